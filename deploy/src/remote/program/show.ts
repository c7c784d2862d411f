// What LifeKeeper's own commands show of the cluster, as if somebody had typed them one after the other. Only commands
// that print; which kinds and tags there are to ask about, the node says itself. A command that is not there or fails is
// left out, so that nothing printed is never taken for nothing there.

export const showFunctions = `
lk_show() {
  lk_item shown
  if command -v lcdstatus >/dev/null 2>&1; then
    printf '# lcdstatus -q\\n'
    q=$(lk_run lcdstatus -q); printf '%s\\n' "$q"
    if lk_run lktest >/dev/null; then
      lk_typed lcdstatus
      for c in sys_list net_list flg_list eqv_list; do lk_typed $c; done
      lk_show_kinds; lk_show_dependencies
    fi
  fi
  lk_say end show
}
lk_typed() {
  command -v "$1" >/dev/null 2>&1 || return 0
  o=$(lk_run "$@") || return 0
  printf '# %s\\n' "$*"
  [ -z "$o" ] || printf '%s\\n' "$o"
}
# By filter, because no document gives the order of the fields.
lk_show_kinds() {
  command -v typ_list >/dev/null 2>&1 || return 0
  lk_run typ_list -f: | head -n 300 | while IFS=: read -r a k r; do
    case $a:$k in *[!A-Za-z0-9_.:+-]*|:*|*:) ;; *) lk_typed ins_list -a "$a" -r "$k" ;; esac
  done
}
lk_show_dependencies() {
  t=no
  printf '%s\\n' "$q" | head -n 1000 | while read -r f g r; do
    case $f in
      LOCAL) t=yes ;;
      MACHINE) t=no ;;
      '') ;;
      *) [ $t = no ] || case $g in ''|-*) ;; *) lk_typed dep_list -c "$g" ;; esac ;;
    esac
  done
}
`;
