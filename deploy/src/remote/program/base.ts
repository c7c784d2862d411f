// What every part of the remote program stands on: answers, processes, where the file is, the lock, the journal.

export const baseFunctions = `
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
# A link decides what is written. Whoever may change it, or the folder it stands in, must be us or root.
lk_links_are_safe() {
  r=$T; i=0
  while [ -L "$r" ]; do
    i=$((i + 1)); [ $i -le 16 ] || return 1
    set -- $(ls -lnd -- "$r")
    [ "$3" = 0 ] || [ "$3" = "$(id -u)" ] || return 1
    m=$(ls -lnd -- "$(dirname -- "$r")/.")
    case $m in d????????[tT]*) ;; d????w*|d???????w*) return 1 ;; esac
    l=$(readlink "$r") || return 1
    case $l in /*) r=$l ;; *) r=$(dirname -- "$r")/$l ;; esac
  done
}
lk_state() {
  lk_links_are_safe || lk_fail state-folder-unsafe "$T"
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
lk_is_new() {
  if [ -e "$X/gone" ]; then [ ! -e "$R" ] && [ ! -L "$R" ]
  else [ -f "$R" ] && [ ! -L "$R" ] && cmp -s "$X/new" "$R"; fi
}
# Whether our file was ever in place: what is put there leaves its staging place in the same rename.
lk_was_put() {
  if [ -e "$X/gone" ]; then [ -e "$X/put/away" ] || [ -e "$X/unused/away" ]
  else [ ! -e "$X/put" ] && [ ! -e "$X/unused" ]; fi
}
`;
