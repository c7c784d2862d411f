// The program that runs on a node: POSIX sh, sent on standard input of the `sh` that ssh starts there. It needs only the
// utilities of a minimal Linux. Data reaches it as words written by encode.ts and never as code.
//
// What it keeps, all in one private folder beside the parameter file, `.<name>.lkcluster`, on the same file system:
//   lock                a symbolic link whose text names the transaction and the process that holds it; made atomically
//   tx-ID/              one transaction: record, old | absent, new, back, put, and one of undecided | confirmed | reverting
//   gen-000001/ …       confirmed transactions, renamed as they are: what was there before and what was written
//   journal             one line per decision
// Every choice between confirming and reverting is one rename of `undecided`: client, timer and a later run may race,
// and exactly one wins. Putting the old file back renames a copy made beforehand, so it needs no room on the disk.

export const remoteProgram = `
LC_ALL=C; export LC_ALL; umask 077; unset CDPATH ENV BASH_ENV
PATH=/opt/LifeKeeper/bin:$PATH:/usr/sbin:/sbin; export PATH
lk_size_max=16777216

lk_item() { printf '\\n%s %s\\n' "$N" "$1"; }
lk_say() { lk_item "$1"; printf '%s' "$2"; }
lk_file() { lk_item "$1"; cat "$2"; }
lk_fail() { lk_say failed "$1"; lk_say detail "$2"; exit 1; }
lk_try() { E=$("$@" 2>&1); }
lk_must() { lk_try "$@" || lk_fail write-failed "$E"; }

lk_start_of() {
  began=
  { read -r s <"/proc/$1/stat"; } 2>/dev/null || return 1
  s=\${s##*) }
  set -- $s
  # A zombie does nothing any more.
  [ "$1" != Z ] && began=\${20}
}
lk_boot=none
{ read -r lk_boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
lk_me() { lk_start_of "$1"; me=$1:$began:$lk_boot; }
lk_alive() {
  p=\${1%%:*}; r=\${1#*:}
  case $p in ''|*[!0-9]*) return 1 ;; esac
  [ -n "\${r%%:*}" ] && [ "\${r#*:}" = "$lk_boot" ] || return 1
  lk_start_of "$p" && [ "$began" = "\${r%%:*}" ]
}

lk_locate() {
  R=$T; i=0; B=
  while [ -L "$R" ]; do
    i=$((i + 1)); [ $i -le 16 ] || return 0
    l=$(readlink "$R") || return 0
    case $l in /*) R=$l ;; *) R=$(dirname "$R")/$l ;; esac
  done
  D=$(CDPATH= cd -P -- "$(dirname -- "$R")" 2>/dev/null && pwd -P) || { D=; return 0; }
  B=$(basename -- "$R"); R=$D/$B; S=$D/.$B.lkcluster; X=$S/tx-$I
}
lk_kind() {
  if [ -z "$B" ]; then if [ -L "$R" ]; then K=link-loop; else K=no-folder; fi
  elif [ -L "$T" ] && [ ! -e "$R" ]; then K=dangling-link
  elif [ ! -e "$R" ] && [ ! -L "$R" ]; then K=absent
  elif [ -f "$R" ] && [ ! -L "$R" ]; then K=file
  elif [ -d "$R" ]; then K=directory
  else K=special; fi
}
lk_attributes() { set -- $(ls -lnd -- "$1"); echo "$1 $3 $4"; }
lk_must_be_regular() {
  lk_kind
  case $K in
    absent) ;;
    file)
      set -- $(ls -lnd -- "$R")
      [ "$2" = 1 ] || lk_fail hard-linked "$2"
      [ "$5" -le $lk_size_max ] || lk_fail too-large "$5" ;;
    no-folder) lk_fail no-such-folder "" ;;
    *) lk_fail not-a-regular-file "$K" ;;
  esac
}
lk_state_is_safe() {
  [ -d "$S" ] && [ ! -L "$S" ] || return 1
  set -- $(ls -lnd -- "$S")
  case $1 in drwx------*) ;; *) return 1 ;; esac
  [ "$3" = "$(id -u)" ]
}
lk_state() {
  m=$(ls -lnd -- "$D")
  case $m in d????????[tT]*) ;; d????w*|d???????w*) lk_fail state-folder-unsafe "$D" ;; esac
  if [ ! -e "$S" ] && [ ! -L "$S" ]; then lk_must mkdir -m 700 -- "$S"; fi
  lk_state_is_safe || lk_fail state-folder-unsafe "$S"
}
lk_journal() { printf '%s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$2" 2>/dev/null >>"$S/journal"; }
lk_sync() { sync "$@" 2>/dev/null || sync; }
lk_move() {
  [ ! -d "$2" ] || return 1
  mv -f -T -- "$1" "$2" 2>/dev/null && return 0
  [ -e "$1" ] && [ ! -d "$2" ] && mv -f -- "$1" "$2"
}
lk_copy() { cp -a -- "$1" "$2" 2>/dev/null || { rm -f -- "$2"; cp -p -- "$1" "$2"; }; }
lk_context() {
  [ -d /sys/fs/selinux ] || return 0
  command -v chcon >/dev/null 2>&1 || return 0
  chcon --reference="$1" -- "$2"
}

lk_lock() {
  lk_me $$
  ln -s "$I $me" "$S/lock" 2>/dev/null && return 0
  l=$(readlink "$S/lock" 2>/dev/null) || { lk_must ln -s "$I $me" "$S/lock"; return 0; }
  o=\${l%% *}
  if [ -d "$S/tx-$o" ] || lk_alive "\${l#* }"; then lk_fail locked "$(cat "$S/tx-$o/record" 2>/dev/null)"; fi
  lk_must lk_move "$S/lock" "$S/stale.$$"
  rm -f "$S/stale.$$"
  lk_me $$
  lk_must ln -s "$I $me" "$S/lock"
}
lk_unlock() {
  l=$(readlink "$S/lock" 2>/dev/null) || return 0
  [ "\${l%% *}" != "$I" ] || rm -f "$S/lock"
}

lk_is_old() {
  if [ -e "$X/absent" ]; then [ ! -e "$R" ] && [ ! -L "$R" ]
  else [ -f "$R" ] && [ ! -L "$R" ] && cmp -s "$X/old" "$R"; fi
}
lk_is_new() { [ -f "$R" ] && [ ! -L "$R" ] && cmp -s "$X/new" "$R"; }

lk_stage_open() {
  lk_locate; lk_must_be_regular; lk_state; lk_lock
  trap 'lk_unstage' EXIT
  rm -rf "$S"/done.* "$S"/stale.* "$S"/again.*
  lk_must mkdir "$X"
  : >"$X/undecided" && printf '%s' "$I" >"$X/id" || lk_fail write-failed ""
}
lk_unstage() { [ "$lk_staged" = yes ] || { rm -rf "$X"; lk_unlock; }; }
lk_stage_close() {
  if [ "$K" = file ]; then
    lk_must lk_copy "$R" "$X/old"
    lk_must lk_copy "$X/old" "$X/back"
    lk_must lk_copy "$X/old" "$X/put"
    lk_put || lk_fail write-failed "put"
    lk_context "$R" "$X/put" && lk_context "$R" "$X/back" || lk_fail attributes-not-kept "context"
    a=$(lk_attributes "$R")
    [ "$(lk_attributes "$X/put")" = "$a" ] && [ "$(lk_attributes "$X/back")" = "$a" ] || lk_fail attributes-not-kept "$a"
  else
    : >"$X/absent" && cp -- "$X/new" "$X/put" && chmod 644 "$X/put" || lk_fail write-failed "put"
  fi
  lk_sync "$X"/* "$X" "$S"
  cmp -s "$X/new" "$X/put" || lk_fail write-failed "compare"
  lk_staged=yes
  [ "$K" != file ] || lk_file old "$X/old"
  lk_file written "$X/put"
}
lk_put() {
  # The mode may forbid writing even to its owner; it comes back below, from the copy.
  chmod u+w "$X/put" && cat "$X/new" >"$X/put" || return 1
  m=$(ls -lnd -- "$X/old")
  case $m in ??w*) ;; *) chmod u-w "$X/put" ;; esac
}

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
    # A user's own systemd ends with the session, so it is of use to root only.
    if [ "$(id -u)" = 0 ] && lk_try systemd-run --quiet --collect --unit="lkcluster-$I" sh "$X/timer.sh" "$T" "$I" "$W"; then
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
  by=timer; lk_put_back
}
lk_disarm() {
  t=
  { read -r t <"$1/timer"; } 2>/dev/null
  if lk_alive "$t" && [ "\${t%%:*}" != $$ ]; then kill "\${t%%:*}" 2>/dev/null; fi
  return 0
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
  if [ ! -e "$X/put" ] && lk_is_new; then lk_say committed again; return 0; fi
  lk_must_be_regular
  lk_is_old || lk_fail changed-meanwhile ""
  lk_timer_alive || lk_fail timer-failed ""
  if ! lk_try lk_move "$X/put" "$R"; then
    [ -e "$X/undecided" ] || lk_fail already-decided reverting
    lk_fail write-failed "$E"
  fi
  lk_sync "$R" "$D"
  lk_is_new || lk_fail changed-meanwhile ""
  lk_say committed yes
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
  rm -f "$X/put" "$X/back" "$X/timer" "$X/timer.sh" "$X/renew"
  lk_keep
  lk_unlock
  lk_sync "$S"
  lk_say confirmed "$n"
}
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
lk_put_back() {
  mv "$X/undecided" "$X/reverting" 2>/dev/null
  # The client that confirmed may take it back while another node refuses; a timer may not.
  [ "$by" = timer ] || mv "$X/confirmed" "$X/reverting" 2>/dev/null
  [ ! -e "$X/confirmed" ] || lk_fail already-decided confirmed
  rm -f "$X/put"
  after=old
  if lk_is_new && ! lk_is_old; then
    if [ -e "$X/absent" ]; then lk_must rm -f -- "$R"
    elif [ -e "$X/back" ]; then lk_must lk_move "$X/back" "$R"
    else lk_must lk_copy "$X/old" "$X/again.$$"; lk_must lk_move "$X/again.$$" "$R"; fi
    lk_sync "$D"
  fi
  # When another process put it back at the same time, the folder is gone in one rename.
  lk_is_old || [ ! -d "$X" ] || after=foreign
  lk_disarm "$X"
  lk_journal "$I" "reverted by $by ($after)"
  if [ $after = foreign ] && [ -f "$X/old" ]; then
    rm -f "$X/back" "$X/timer" "$X/timer.sh" "$X/renew"; lk_keep
  elif mv "$X" "$S/done.$$" 2>/dev/null; then rm -rf "$S/done.$$"; fi
  lk_unlock
}
lk_undo_confirmed() {
  X=$G; after=old
  if lk_is_new && ! lk_is_old; then
    if [ -e "$X/absent" ]; then lk_must rm -f -- "$R"
    else lk_must lk_copy "$X/old" "$S/again.$$"; lk_must lk_move "$S/again.$$" "$R"; fi
    lk_sync "$D"
  fi
  lk_is_old || after=foreign
  lk_journal "$I" "undone by client ($after)"
  if [ $after = old ] && mv "$X" "$S/done.$$" 2>/dev/null; then rm -rf "$S/done.$$"; fi
  lk_unlock
  lk_say reverted $after
}

lk_run() {
  if command -v timeout >/dev/null 2>&1; then timeout 20 "$@" </dev/null 2>&1; else "$@" </dev/null 2>&1; fi
}
lk_read() {
  lk_locate; lk_kind
  lk_say kind "$K"
  if [ "$K" = file ]; then
    set -- $(ls -lnd -- "$R")
    [ "$5" -le $lk_size_max ] || lk_fail too-large "$5"
    lk_say attributes "$1 $3 $4"
    [ ! -L "$T" ] || lk_say behind "$R"
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
  if [ -n "$last" ] && [ -f "$last/new" ]; then
    lk_say last "\${last##*/gen-}"
    lk_file last-deployed "$last/new"
  fi
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
  [ -d "$g" ] && [ -f "$g/new" ] || lk_fail no-such-generation "$1"
  [ ! -f "$g/old" ] || lk_file replaced "$g/old"
  lk_file deployed "$g/new"
}
lk_lifekeeper() {
  command -v "$1" >/dev/null 2>&1 || lk_fail command-missing "$1"
  lk_item output
  "$@" </dev/null 2>&1
  lk_say status $?
}
`;
