// Beside the parameter file: staging the new one. Nothing here touches the parameter file itself.

export const stageFunctions = `
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
    lk_context "$R" "$X/back" || lk_fail attributes-not-kept "context"
    a=$(lk_attributes "$R")
    [ "$(lk_attributes "$X/back")" = "$a" ] || lk_fail attributes-not-kept "$a"
    if [ -e "$X/gone" ]; then
      # What a link leads to may be taken away, the link would be left dangling.
      [ ! -L "$T" ] || lk_fail not-a-regular-file link
      lk_must mkdir "$X/put"
    else
      lk_must lk_copy "$X/old" "$X/put"
      lk_put || lk_fail write-failed "put"
      lk_context "$R" "$X/put" || lk_fail attributes-not-kept "context"
      [ "$(lk_attributes "$X/put")" = "$a" ] || lk_fail attributes-not-kept "$a"
    fi
  else
    [ ! -e "$X/gone" ] || lk_fail changed-meanwhile ""
    : >"$X/absent" && cp -- "$X/new" "$X/put" && chmod 644 "$X/put" || lk_fail write-failed "put"
  fi
  lk_sync "$X"/* "$X" "$S"
  [ -e "$X/gone" ] || cmp -s "$X/new" "$X/put" || lk_fail write-failed "compare"
  lk_staged=yes
  [ "$K" != file ] || lk_file old "$X/old"
  if [ -e "$X/gone" ]; then lk_say gone yes; else lk_file written "$X/put"; fi
}
lk_put() {
  # The mode may forbid writing even to its owner; it comes back below, from the copy.
  chmod u+w "$X/put" && cat "$X/new" >"$X/put" || return 1
  m=$(ls -lnd -- "$X/old")
  case $m in ??w*) ;; *) chmod u-w "$X/put" ;; esac
}
`;
