// The decisions of a transaction on its node: arm, commit, confirm, revert.

export const decideFunctions = `
lk_transaction() {
  lk_locate
  [ -n "$B" ] && lk_state_is_safe || lk_fail no-such-transaction "$I"
}
lk_open() {
  lk_transaction
  if [ ! -d "$X" ]; then
    lk_find_confirmed && lk_fail already-decided confirmed
    lk_fail no-such-transaction "$I"
  fi
  [ -e "$X/undecided" ] || lk_fail already-decided reverting
}
lk_find_confirmed() {
  G=
  for g in "$S"/gen-*; do
    [ "$(cat "$g/id" 2>/dev/null)" = "$I" ] && [ -e "$g/confirmed" ] && { G=$g; return 0; }
  done
  return 1
}

lk_arm() {
  lk_open
  how=process
  if [ -d /run/systemd/system ] && command -v systemd-run >/dev/null 2>&1; then
    # A user's own systemd ends with the session, so it is of use to root only. What the timer starts outlives it.
    if [ "$(id -u)" = 0 ] && lk_try systemd-run --quiet --collect -p KillMode=process --unit="lkcluster-$I" sh "$X/timer.sh" "$T" "$I" "$W"; then
      how=systemd; k=0
      while [ ! -s "$X/timer" ] && [ $k -lt 50 ]; do sleep 0.1 2>/dev/null || sleep 1; k=$((k + 1)); done
    fi
  fi
  if [ $how = process ]; then
    if command -v setsid >/dev/null 2>&1; then setsid sh "$X/timer.sh" "$T" "$I" "$W" </dev/null >/dev/null 2>&1 &
    else nohup sh "$X/timer.sh" "$T" "$I" "$W" </dev/null >/dev/null 2>&1 &
    fi
    lk_me $!
    printf '%s' "$me" >"$X/timer"
  fi
  lk_timer_alive || lk_fail timer-failed "$how"
  lk_say armed $how
}
lk_timer_alive() {
  t=
  # The file has no line end, so read says no although it has read.
  { read -r t <"$X/timer"; } 2>/dev/null
  lk_alive "$t"
}
lk_renew() { lk_open; : >"$X/renew" || lk_fail write-failed ""; lk_say renewed yes; }

lk_commit() {
  lk_open
  if lk_was_put && lk_is_new; then lk_say committed again; return 0; fi
  lk_must_be_regular
  lk_is_old || lk_fail changed-meanwhile ""
  lk_timer_alive || lk_fail timer-failed ""
  if ! lk_try lk_put_in_place; then
    [ -e "$X/undecided" ] || lk_fail already-decided reverting
    lk_fail write-failed "$E"
  fi
  if [ -e "$X/gone" ]; then lk_sync "$D"; else lk_sync "$R" "$D"; fi
  lk_is_new || lk_fail changed-meanwhile ""
  lk_say committed yes
}
# One rename that either happens or not, and that nobody can do once reverting has begun: then "put" is not there.
lk_put_in_place() {
  if [ -e "$X/gone" ]; then lk_move "$R" "$X/put/away"; else lk_move "$X/put" "$R"; fi
}

lk_confirm() {
  lk_transaction
  if [ ! -d "$X" ]; then
    lk_find_confirmed || lk_fail no-such-transaction "$I"
    n=\${G##*/gen-}; lk_unlock; lk_say confirmed "$n"; return 0
  fi
  if [ ! -e "$X/confirmed" ]; then
    [ -e "$X/undecided" ] || lk_fail already-decided reverting
    lk_is_new || lk_fail changed-meanwhile ""
    mv "$X/undecided" "$X/confirmed" 2>/dev/null || lk_fail already-decided reverting
  fi
  lk_disarm "$X"
  lk_journal "$I" confirmed
  rm -f "$X/back" "$X/timer" "$X/timer.sh" "$X/renew" "$X/stopped"
  lk_keep
  lk_unlock
  lk_sync "$S"
  lk_say confirmed "$n"
}
lk_revert() {
  lk_locate
  if [ -z "$B" ] || [ ! -d "$S" ]; then lk_say reverted old; return 0; fi
  lk_state_is_safe || lk_fail state-folder-unsafe "$S"
  if [ ! -d "$X" ]; then
    if lk_find_confirmed; then lk_undo_confirmed; return 0; fi
    lk_unlock
    lk_say reverted old; return 0
  fi
  by=client; lk_put_back
  lk_say reverted "$after"
}
lk_undo_confirmed() {
  X=$G; after=old
  if lk_is_new && ! lk_is_old; then
    if [ -e "$X/absent" ]; then lk_must rm -f -- "$R"
    else lk_must lk_copy "$X/old" "$S/again.$$"; lk_must lk_move "$S/again.$$" "$R"; fi
    lk_sync "$D"
  fi
  lk_is_old || after=foreign
  lk_journal "$I" "undone client $after put"
  if [ $after = foreign ]; then mv "$X/confirmed" "$X/undone" 2>/dev/null
  elif mv "$X" "$S/done.$$" 2>/dev/null; then rm -rf "$S/done.$$"; fi
  lk_unlock
  lk_say reverted $after
}
`;
