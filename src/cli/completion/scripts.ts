/*
 * What a shell reads once. Nothing that was typed is evaluated, and the program that is asked is the one on the PATH: a
 * tab never runs a program from the folder one happens to be in.
 */

const bash = `# bash completion for mqtt-setup (bash 4 or newer).
#   mqtt-setup completion bash > ~/.local/share/bash-completion/completions/mqtt-setup
# or, without the package bash-completion, in ~/.bashrc:
#   source <(mqtt-setup completion bash)
_mqtt_setup() {
  local rest=\${COMP_LINE:0:COMP_POINT} word piece= joined= blanks i
  local -a words=() out=()
  COMPREPLY=()
  # bash splits words at = : @ too: what stands together in the line is one word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blanks=\${rest%%[![:blank:]]*}
    rest=\${rest#"$blanks"}
    word=\${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then word=$rest; fi
    if [[ -n $blanks || $i -eq 0 ]]; then
      if ((i > 1)); then words+=("$joined"); fi
      joined=$word
    else
      joined+=$word
    fi
    piece=$word
    rest=\${rest:\${#word}}
  done
  if ((COMP_CWORD < 1)); then return; fi
  mapfile -t out < <(command mqtt-setup __complete bash "\${words[@]}" "$joined" 2> /dev/null < /dev/null)
  case \${out[0]-} in
    files) compopt -o default 2> /dev/null ;;
    folders) compopt -o dirnames 2> /dev/null ;;
    words)
      # bash replaces only what follows the last sign at which it splits.
      if [[ $piece == [=:@] ]]; then piece=; fi
      local known=\${joined%"$piece"}
      for word in "\${out[@]:1}"; do
        COMPREPLY+=("\${word#"$known"}")
      done
      ;;
  esac
}
complete -F _mqtt_setup mqtt-setup
`;

const zsh = `#compdef mqtt-setup
# zsh completion for mqtt-setup: in a folder of $fpath, before compinit runs:
#   mqtt-setup completion zsh > ~/.zfunc/_mqtt-setup
# or in ~/.zshrc, after compinit:
#   source <(mqtt-setup completion zsh)
_mqtt_setup() {
  local -a typed out values shown
  local line value
  typed=("\${(@Q)words[2,CURRENT-1]}")
  out=("\${(@f)$(command mqtt-setup __complete zsh "\${typed[@]}" "\${(Q)PREFIX}" 2> /dev/null < /dev/null)}")
  case \${out[1]-} in
    files) if [[ $PREFIX == -*=* ]]; then compset -P '*='; fi; _files ;;
    folders) if [[ $PREFIX == -*=* ]]; then compset -P '*='; fi; _files -/ ;;
    words)
      for line in "\${(@)out[2,-1]}"; do
        value=\${line%%$'\\t'*}
        values+=("$value")
        if [[ $line == *$'\\t'* ]]; then shown+=("\${(r:22:)value}  \${line#*$'\\t'}"); else shown+=("$value"); fi
      done
      if [[ \${out[2]-} == *$'\\t'* ]]; then compadd -l -d shown -a -- values; else compadd -a -- values; fi
      ;;
  esac
}
if [[ \${funcstack[1]-} == _mqtt-setup ]]; then
  _mqtt_setup "$@"
elif (( $+functions[compdef] )); then
  compdef _mqtt_setup mqtt-setup
fi
`;

const fish = `# fish completion for mqtt-setup:
#   mqtt-setup completion fish > ~/.config/fish/completions/mqtt-setup.fish
function __mqtt_setup_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -e typed[1]
    set -l out (command mqtt-setup __complete fish $typed "$current" 2>/dev/null </dev/null)
    switch "$out[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case words
            printf '%s\\n' $out[2..-1]
    end
end
complete -c mqtt-setup -f -a '(__mqtt_setup_complete)'
`;

export const shells = { bash, zsh, fish } as const;
