// The node's own way back: the countdown that puts the old file back unless somebody decides before it ends, and
// putting it back, which the client does by the same words. Needs base.ts and nothing else, because it runs alone.

export const timerFunctions = `
lk_keep() {
  n=0
  for g in "$S"/gen-*; do
    [ -d "$g" ] || continue
    k=\${g##*/gen-}; while [ "$k" != "\${k#0}" ]; do k=\${k#0}; done
    case $k in ''|*[!0-9]*) ;; *) [ "$k" -le "$n" ] || n=$k ;; esac
  done
  n=$((n + 1))
  lk_must lk_move "$X" "$S/$(printf 'gen-%06d' "$n")"
  k=$((n - 20))
  while [ "$k" -gt 0 ] && [ -d "$S/$(printf 'gen-%06d' "$k")" ]; do
    rm -rf "$S/$(printf 'gen-%06d' "$k")"; k=$((k - 1))
  done
}

lk_put_back() {
  mv "$X/undecided" "$X/reverting" 2>/dev/null
  # The client that confirmed may take it back while another node refuses; a timer may not.
  [ "$by" = timer ] || mv "$X/confirmed" "$X/reverting" 2>/dev/null
  [ ! -e "$X/confirmed" ] || lk_fail already-decided confirmed
  # From here on nothing can be put in place any more.
  [ ! -e "$X/put" ] || mv "$X/put" "$X/unused" 2>/dev/null
  if lk_was_put; then put=put; else put=unused; fi
  after=old
  if [ $put = put ] && lk_is_new && ! lk_is_old; then
    if [ -e "$X/absent" ]; then lk_must rm -f -- "$R"
    elif [ -e "$X/back" ]; then lk_must lk_move "$X/back" "$R"
    else lk_must lk_copy "$X/old" "$X/again.$$"; lk_must lk_move "$X/again.$$" "$R"; fi
    lk_sync "$D"
  fi
  lk_is_old || after=foreign
  # When another process put it back at the same time, the folder is gone in one rename, and that one wrote it down.
  [ -d "$X" ] || { after=old; lk_unlock; return 0; }
  lk_disarm "$X"
  lk_journal "$I" "reverted $by $after $put"
  if [ $after = foreign ] && [ $put = put ] && [ -f "$X/old" ]; then
    rm -f "$X/back" "$X/timer" "$X/timer.sh" "$X/renew" "$X/stopped"; lk_keep
  elif mv "$X" "$S/done.$$" 2>/dev/null; then rm -rf "$S/done.$$"; fi
  lk_unlock
}
lk_disarm() {
  t=
  { read -r t <"$1/timer"; } 2>/dev/null
  if lk_alive "$t" && [ "\${t%%:*}" != $$ ]; then kill "\${t%%:*}" 2>/dev/null; fi
  return 0
}
lk_timer() {
  T=$1; I=$2; W=$3; N=timer
  lk_locate
  lk_me $$
  printf '%s' "$me" >"$X/timer.new" && mv -f "$X/timer.new" "$X/timer"
  left=$W
  while [ "$left" -gt 0 ]; do
    [ -e "$X/undecided" ] || exit 0
    if [ -e "$X/renew" ]; then rm -f "$X/renew"; left=$W; fi
    sleep 1
    left=$((left - 1))
  done
  [ -e "$X/undecided" ] || exit 0
  again=no; [ ! -e "$X/stopped" ] || again=yes
  by=timer; lk_put_back
  [ $again = no ] || lk_start_again
}
# The deployment had stopped LifeKeeper here and is gone; the old file is back, so it runs again as before.
lk_start_again() {
  ! lk_run lktest >/dev/null || return 0
  lk_journal "$I" "starting timer"
  lkstart </dev/null >/dev/null 2>&1 && lk_journal "$I" "started timer"
}
lk_run() {
  if command -v timeout >/dev/null 2>&1; then timeout 20 "$@" </dev/null 2>&1; else "$@" </dev/null 2>&1; fi
}
`;
