// What a node tells about itself, and the commands of LifeKeeper that a deployment may run there.

export const readFunctions = `
lk_read() {
  lk_locate; lk_kind
  lk_say kind "$K"
  if [ "$K" = file ]; then
    set -- $(ls -lnd -- "$R")
    [ "$5" -le $lk_size_max ] || lk_fail too-large "$5"
    lk_say attributes "$1 $3 $4"
    [ ! -L "$T" ] || lk_say behind "$R"
    lk_say extras "$(lk_extras)"
    lk_item content; cat "$R" || lk_fail write-failed "read"
  fi
  if command -v lktest >/dev/null 2>&1; then
    o=$(lk_run lktest); lk_say lktest $?
    lk_item status; lk_run lcdstatus -q
    lk_item name; lk_run lcduname
  fi
  if [ -n "$B" ] && { [ -e "$S" ] || [ -L "$S" ]; }; then
    lk_state_is_safe || lk_fail state-folder-unsafe "$S"
    lk_read_state
  fi
  lk_say end read
}
# What copying the file would lose: cp of BusyBox keeps owner, group and mode only. It says so itself: it may be a link, a
# copy under another name, or part of the shell.
lk_extras() {
  case $(cp --help 2>&1) in *BusyBox*) ;; *) echo kept; return 0 ;; esac
  command -v getfattr >/dev/null 2>&1 || { echo unknown; return 0; }
  x=$(getfattr -m - -- "$R" 2>/dev/null | grep -v -e '^#' -e '^security[.]selinux$' -e '^$')
  if [ -n "$x" ]; then echo lost; else echo kept; fi
}
lk_read_state() {
  for X in "$S"/tx-*; do
    [ -d "$X" ] || continue
    lk_say tx "\${X##*/tx-}"
    [ ! -f "$X/record" ] || lk_file tx-record "$X/record"
    if lk_is_new && ! lk_is_old; then lk_say tx-state committed
    elif lk_is_old || [ ! -e "$X/old" ] && [ ! -e "$X/absent" ]; then lk_say tx-state staged
    else lk_say tx-state foreign; fi
    if [ -e "$X/confirmed" ]; then lk_say tx-decision confirmed
    elif [ -e "$X/reverting" ]; then lk_say tx-decision reverting
    else lk_say tx-decision open; fi
    lk_timer_alive && lk_say tx-timer armed
    l=$(readlink "$S/lock" 2>/dev/null)
    [ "\${l%% *}" = "\${X##*/tx-}" ] && lk_alive "\${l#* }" && lk_say tx-held yes
  done
  lk_read_stale_lock
  for g in "$S"/gen-*; do
    [ -d "$g" ] || continue
    lk_say gen "\${g##*/gen-}"
    [ ! -f "$g/record" ] || lk_file gen-record "$g/record"
    [ ! -e "$g/confirmed" ] || lk_say gen-confirmed yes
    last=$g
  done
  for g in "$S"/gen-*; do
    [ ! -e "$g/confirmed" ] || last=$g
  done
  if [ -n "$last" ]; then
    lk_say last "\${last##*/gen-}"
    if [ -e "$last/gone" ]; then lk_say last-gone yes
    elif [ -f "$last/new" ]; then lk_file last-deployed "$last/new"; fi
  fi
  [ ! -f "$S/journal" ] || { lk_item journal; tail -n 40 "$S/journal"; }
}
# A lock whose transaction was cleaned up or kept, and whose holder died before it could unlock.
lk_read_stale_lock() {
  l=$(readlink "$S/lock" 2>/dev/null) || return 0
  I=\${l%% *}
  if [ -d "$S/tx-$I" ] || lk_alive "\${l#* }"; then return 0; fi
  lk_say tx "$I"
  if lk_find_confirmed; then lk_say tx-state committed; lk_say tx-decision confirmed
  else lk_say tx-state staged; lk_say tx-decision reverting; fi
}
lk_generation() {
  lk_transaction
  g=$S/$(printf 'gen-%06d' "$1")
  [ -f "$g/old" ] || [ -e "$g/absent" ] || lk_fail no-such-generation "$1"
  [ -f "$g/new" ] || [ -e "$g/gone" ] || lk_fail no-such-generation "$1"
  if [ -f "$g/old" ]; then lk_file replaced "$g/old"; else lk_say replaced-absent yes; fi
  if [ -f "$g/new" ]; then lk_file deployed "$g/new"; else lk_say deployed-absent yes; fi
}
lk_lifekeeper() {
  a=$1; shift
  command -v "$1" >/dev/null 2>&1 || lk_fail command-missing "$1"
  lk_locate
  if [ "$a" = stop ]; then
    # Before it is down, so that whoever looks later knows why, and the timer knows what to start.
    [ -n "$B" ] || lk_fail no-such-folder ""
    lk_state
    lk_journal "$I" stopping
    [ ! -d "$X" ] || : >"$X/stopped" || lk_fail write-failed ""
  fi
  lk_item output
  "$@" </dev/null 2>&1
  c=$?
  if [ "$a" = start ] && [ $c = 0 ] && [ -n "$B" ] && [ -d "$S" ] && lk_state_is_safe; then
    rm -f "$X/stopped"
    lk_journal "$I" "started client"
  fi
  lk_say status $c
}
lk_stay_down() { lk_open; lk_must rm -f "$X/stopped"; lk_say down yes; }
`;
