#compdef treatyclock
# Completes treatyclock in zsh: eval "$(treatyclock completion zsh)"
_treatyclock() {
    local line word
    local -a found
    local -i files=0
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            files=1
        else
            word=${line%%$'\t'*}
            [[ $line == *$'\t'* ]] && line=${line#*$'\t'} || line=''
            found+=("${word//:/\\:}${line:+:$line}")
        fi
    done < <("${(Q)words[1]}" completion zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
    (( $#found )) && _describe treatyclock found
    (( files )) && _files
}
if [[ $funcstack[1] == _treatyclock ]]; then
    _treatyclock "$@"
else
    compdef _treatyclock treatyclock
fi
