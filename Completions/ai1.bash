#!/bin/bash

__ai1_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__ai1_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__ai1_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__ai1_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_ai1() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    ask|route|credits|wallet|dev|help)
        # Offer subcommand argument completions
        "_ai1_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'ask route credits wallet dev help' -- "${cur}"))
        ;;
    esac
}

_ai1_ask() {
    repeating_flags=()
    non_repeating_flags=(--no-stdin --cheapest --fastest --best --balanced --local --no-fallback --hedge --no-explore -c --continue --list-roles --image --speech --embed --no-preview --no-stream --json --jsonl -x --extract --plain --estimate --dry-run --why --quiet -q --verbose -v --shell --resend --queue --wait --flush --version -h --help)
    repeating_options=(-a --attach --provider --not -p --param --tools --stop)
    non_repeating_options=(--system -s --stdin-timeout --resume --model -m --max-cost --max-latency --fallback --route-seed --chat --role --transcribe --count --size --quality --voice --format --language --dimensions --tool-approve --max-tool-rounds --compare --schema --temperature -t --max-tokens --reasoning --seed -o --output --color --record --replay --replay-speed --job --idempotency-key --once-per --not-before --expires --safety --deadline --max-input)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-a'|'--attach')
        __ai1_add_completions -f
        return
        ;;
    '--system'|'-s')
        return
        ;;
    '--stdin-timeout')
        return
        ;;
    '--resume')
        return
        ;;
    '--model'|'-m')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--provider')
        __ai1_add_completions -W "$(eval 'ai1 route providers --names 2>/dev/null')"
        return
        ;;
    '--max-cost')
        return
        ;;
    '--not')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--max-latency')
        return
        ;;
    '--fallback')
        return
        ;;
    '--route-seed')
        return
        ;;
    '--chat')
        __ai1_add_completions -W "$(eval 'ai1 route log chats --names 2>/dev/null')"
        return
        ;;
    '--role')
        __ai1_add_completions -W "$(eval 'ai1 ask --list-roles 2>/dev/null')"
        return
        ;;
    '-p'|'--param')
        return
        ;;
    '--transcribe')
        __ai1_add_completions -f
        return
        ;;
    '--count')
        return
        ;;
    '--size')
        return
        ;;
    '--quality')
        return
        ;;
    '--voice')
        return
        ;;
    '--format')
        return
        ;;
    '--language')
        return
        ;;
    '--dimensions')
        return
        ;;
    '--tools')
        return
        ;;
    '--tool-approve')
        __ai1_add_completions -W 'ask'$'\n''allow'$'\n''never'
        return
        ;;
    '--max-tool-rounds')
        return
        ;;
    '--compare')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--schema')
        return
        ;;
    '--temperature'|'-t')
        return
        ;;
    '--max-tokens')
        return
        ;;
    '--reasoning')
        __ai1_add_completions -W 'none'$'\n''minimal'$'\n''low'$'\n''medium'$'\n''high'
        return
        ;;
    '--seed')
        return
        ;;
    '--stop')
        return
        ;;
    '-o'|'--output')
        __ai1_add_completions -f
        return
        ;;
    '--color')
        __ai1_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--record')
        __ai1_add_completions -f
        return
        ;;
    '--replay')
        __ai1_add_completions -f
        return
        ;;
    '--replay-speed')
        return
        ;;
    '--job')
        return
        ;;
    '--idempotency-key')
        return
        ;;
    '--once-per')
        __ai1_add_completions -W 'hour'$'\n''day'$'\n''week'
        return
        ;;
    '--not-before')
        return
        ;;
    '--expires')
        return
        ;;
    '--safety')
        __ai1_add_completions -W 'off'$'\n''warn'$'\n''redact'$'\n''block'
        return
        ;;
    '--deadline')
        return
        ;;
    '--max-input')
        return
        ;;
    esac
}

_ai1_route() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    explain|models|providers|add|remove|use|trust|log|stats|rate|learn|eval|train|sync)
        # Offer subcommand argument completions
        "_ai1_route_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'explain models providers add remove use trust log stats rate learn eval train sync' -- "${cur}"))
        ;;
    esac
}

_ai1_route_explain() {
    repeating_flags=()
    non_repeating_flags=(--cheapest --fastest --best --balanced --local --no-fallback --hedge --no-explore --all --json --version -h --help)
    repeating_options=(--provider --not)
    non_repeating_options=(--model -m --max-cost --max-latency --fallback --route-seed --job --output)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--model'|'-m')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--provider')
        __ai1_add_completions -W "$(eval 'ai1 route providers --names 2>/dev/null')"
        return
        ;;
    '--max-cost')
        return
        ;;
    '--not')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--max-latency')
        return
        ;;
    '--fallback')
        return
        ;;
    '--route-seed')
        return
        ;;
    '--job')
        return
        ;;
    '--output')
        __ai1_add_completions -W 'text'$'\n''image'$'\n''speech'$'\n''transcript'$'\n''embedding'
        return
        ;;
    esac
}

_ai1_route_models() {
    repeating_flags=()
    non_repeating_flags=(--all --names --json --version -h --help)
    repeating_options=(--search --can)
    non_repeating_options=(--provider --output --max-price --min-context --limit)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--search')
        return
        ;;
    '--provider')
        return
        ;;
    '--can')
        __ai1_add_completions -W 'vision'$'\n''tools'$'\n''schema'$'\n''reasoning'$'\n''temperature'$'\n''seed'$'\n''stop'
        return
        ;;
    '--output')
        __ai1_add_completions -W 'text'$'\n''image'$'\n''speech'$'\n''transcript'$'\n''embedding'
        return
        ;;
    '--max-price')
        return
        ;;
    '--min-context')
        return
        ;;
    '--limit')
        return
        ;;
    esac
}

_ai1_route_providers() {
    repeating_flags=()
    non_repeating_flags=(--ready --all --names --json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_route_add() {
    repeating_flags=()
    non_repeating_flags=(--no-key --no-check --yes --verbose -v --version -h --help)
    repeating_options=(--model)
    non_repeating_options=(--base-url --dialect --key-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--base-url')
        return
        ;;
    '--dialect')
        __ai1_add_completions -W 'openai'$'\n''openai-responses'$'\n''anthropic'$'\n''google'$'\n''ollama'$'\n''ai1net'$'\n''sandbox'
        return
        ;;
    '--key-command')
        return
        ;;
    '--model')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 route providers --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_route_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 route providers --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_route_use() {
    repeating_flags=()
    non_repeating_flags=(--auto --version -h --help)
    repeating_options=()
    non_repeating_options=(--objective)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--objective')
        __ai1_add_completions -W 'cheapest'$'\n''fastest'$'\n''best'$'\n''balanced'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_route_trust() {
    repeating_flags=()
    non_repeating_flags=(--remove --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_route_log() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|replay|delete|chats|export|queue)
        # Offer subcommand argument completions
        "_ai1_route_log_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show replay delete chats export queue' -- "${cur}"))
        ;;
    esac
}

_ai1_route_log_list() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--state)
    non_repeating_options=(--search --model --chat --job --since --limit -l)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--search')
        return
        ;;
    '--model')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--chat')
        __ai1_add_completions -W "$(eval 'ai1 route log chats --names 2>/dev/null')"
        return
        ;;
    '--job')
        return
        ;;
    '--state')
        __ai1_add_completions -W 'complete'$'\n''incomplete'$'\n''cut'$'\n''cancelled'$'\n''refused'$'\n''failed'
        return
        ;;
    '--since')
        return
        ;;
    '--limit'|'-l')
        return
        ;;
    esac
}

_ai1_route_log_show() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1
}

_ai1_route_log_replay() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--speed)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--speed')
        return
        ;;
    esac
}

_ai1_route_log_delete() {
    repeating_flags=()
    non_repeating_flags=(--all --yes -y --version -h --help)
    repeating_options=()
    non_repeating_options=(--before)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--before')
        return
        ;;
    esac
}

_ai1_route_log_chats() {
    repeating_flags=()
    non_repeating_flags=(--names --json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_route_log_export() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format -o --output)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __ai1_add_completions -W 'markdown'$'\n''json'
        return
        ;;
    '-o'|'--output')
        __ai1_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 route log chats --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_route_log_queue() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--remove)
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--remove')
        return
        ;;
    esac
}

_ai1_route_stats() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --model --task --days)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        __ai1_add_completions -W 'target'$'\n''task'$'\n''day'
        return
        ;;
    '--model')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    '--task')
        __ai1_add_completions -W 'chat'$'\n''code'$'\n''math'$'\n''summary'$'\n''extraction'$'\n''translation'$'\n''creative'$'\n''vision'$'\n''image'$'\n''audio'$'\n''embedding'
        return
        ;;
    '--days')
        return
        ;;
    esac
}

_ai1_route_rate() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options -1
}

_ai1_route_learn() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    on|off|export|import|reset)
        # Offer subcommand argument completions
        "_ai1_route_learn_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'on off export import reset' -- "${cur}"))
        ;;
    esac
}

_ai1_route_learn_on() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_route_learn_off() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_route_learn_export() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_route_learn_import() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_route_learn_reset() {
    repeating_flags=()
    non_repeating_flags=(--yes --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_route_eval() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--strategy)
    non_repeating_options=(--train --weak --strong --seed --resamples)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--strategy')
        return
        ;;
    '--train')
        __ai1_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    '--weak')
        return
        ;;
    '--strong')
        return
        ;;
    '--seed')
        return
        ;;
    '--resamples')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    esac
}

_ai1_route_train() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __ai1_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    esac
}

_ai1_route_sync() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --yes --list --forget --json --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--from)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __ai1_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'echo models.dev; echo openrouter; ai1 route providers --ready --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_credits() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|add|budget|history|usage|rewards|check|export|backup|restore|receipt)
        # Offer subcommand argument completions
        "_ai1_credits_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show add budget history usage rewards check export backup restore receipt' -- "${cur}"))
        ;;
    esac
}

_ai1_credits_show() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_credits_add() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--idempotency-key)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--idempotency-key')
        return
        ;;
    esac
}

_ai1_credits_budget() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|list|remove)
        # Offer subcommand argument completions
        "_ai1_credits_budget_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set list remove' -- "${cur}"))
        ;;
    esac
}

_ai1_credits_budget_set() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--per --job --model)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--per')
        __ai1_add_completions -W 'day'$'\n''month'$'\n''total'
        return
        ;;
    '--job')
        return
        ;;
    '--model')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_credits_budget_list() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_credits_budget_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--per --job --model)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--per')
        __ai1_add_completions -W 'day'$'\n''month'$'\n''total'
        return
        ;;
    '--job')
        return
        ;;
    '--model')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_credits_history() {
    repeating_flags=()
    non_repeating_flags=(--all --json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --limit -l --job --model)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--limit'|'-l')
        return
        ;;
    '--job')
        return
        ;;
    '--model')
        __ai1_add_completions -W "$(eval 'ai1 route models --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_credits_usage() {
    repeating_flags=()
    non_repeating_flags=(--play --json --csv --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --since --until --month)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        __ai1_add_completions -W 'model'$'\n''provider'$'\n''day'$'\n''job'$'\n''task'
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--month')
        return
        ;;
    esac
}

_ai1_credits_rewards() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_credits_check() {
    repeating_flags=()
    non_repeating_flags=(--full --accept-clock --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--receipt)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--receipt')
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_credits_export() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format --since --output -o)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--format')
        __ai1_add_completions -W 'hledger'$'\n''beancount'$'\n''csv'$'\n''jsonl'
        return
        ;;
    '--since')
        return
        ;;
    '--output'|'-o')
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_credits_backup() {
    repeating_flags=()
    non_repeating_flags=(--force --json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_credits_restore() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_credits_receipt() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_wallet() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    create|import|list|show|use|password|export|remove|balance|send|approve|allowances|revoke|permit|tx|sign|verify|contacts|networks)
        # Offer subcommand argument completions
        "_ai1_wallet_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create import list show use password export remove balance send approve allowances revoke permit tx sign verify contacts networks' -- "${cur}"))
        ;;
    esac
}

_ai1_wallet_create() {
    repeating_flags=()
    non_repeating_flags=(--no-mnemonic --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--words --password-file --password-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--words')
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    esac
}

_ai1_wallet_import() {
    repeating_flags=()
    non_repeating_flags=(--mnemonic --private-key --passphrase --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--keystore --watch --file --index --path --passphrase-file --password-file --password-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--watch')
        return
        ;;
    '--file')
        __ai1_add_completions -f
        return
        ;;
    '--index')
        return
        ;;
    '--path')
        return
        ;;
    '--passphrase-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    esac
}

_ai1_wallet_list() {
    repeating_flags=()
    non_repeating_flags=(--json --names --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_wallet_show() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_use() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_password() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--password-file --password-command --new-password-file --new-password-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--new-password-file')
        __ai1_add_completions -f
        return
        ;;
    '--new-password-command')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_export() {
    repeating_flags=()
    non_repeating_flags=(--private-key --version -h --help)
    repeating_options=()
    non_repeating_options=(--to --password-file --password-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--to')
        __ai1_add_completions -f
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_remove() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --destroy --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_balance() {
    repeating_flags=()
    non_repeating_flags=(--all --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_send() {
    repeating_flags=()
    non_repeating_flags=(--legacy --yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--idempotency-key --gas-limit --gas-price --priority-gas-price --nonce --fee-cap --confirmations --timeout --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--idempotency-key')
        return
        ;;
    '--gas-limit')
        return
        ;;
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--nonce')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_approve() {
    repeating_flags=()
    non_repeating_flags=(--unlimited --legacy --yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--gas-limit --gas-price --priority-gas-price --nonce --fee-cap --confirmations --timeout --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--gas-limit')
        return
        ;;
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--nonce')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_allowances() {
    repeating_flags=()
    non_repeating_flags=(--json -v --verbose --version -h --help)
    repeating_options=(--spender --rpc-url)
    non_repeating_options=(--network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--spender')
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_revoke() {
    repeating_flags=()
    non_repeating_flags=(--legacy --yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--gas-limit --gas-price --priority-gas-price --nonce --fee-cap --confirmations --timeout --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--gas-limit')
        return
        ;;
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--nonce')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    2)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_permit() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--deadline --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--deadline')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    build|decode|sign|send|pending|speed-up|cancel|rebroadcast|receipt)
        # Offer subcommand argument completions
        "_ai1_wallet_tx_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'build decode sign send pending speed-up cancel rebroadcast receipt' -- "${cur}"))
        ;;
    esac
}

_ai1_wallet_tx_build() {
    repeating_flags=()
    non_repeating_flags=(--offline --legacy -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--to --value --data --call --create --gas-limit --gas-price --priority-gas-price --nonce --fee-cap --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--to')
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--value')
        return
        ;;
    '--data')
        return
        ;;
    '--call')
        return
        ;;
    '--create')
        return
        ;;
    '--gas-limit')
        return
        ;;
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--nonce')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx_decode() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_wallet_tx_sign() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --dry-run --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --keystore --from --password-file --password-command)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_wallet_tx_send() {
    repeating_flags=()
    non_repeating_flags=(--json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--confirmations --timeout --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -f
        return
        ;;
    esac
}

_ai1_wallet_tx_pending() {
    repeating_flags=()
    non_repeating_flags=(--offline --json --hashes -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--network --chain)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx_speed-up() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--gas-price --priority-gas-price --fee-cap --confirmations --timeout --password-file --password-command --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet tx pending --offline --hashes 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx_cancel() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --dry-run --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--gas-price --priority-gas-price --fee-cap --confirmations --timeout --password-file --password-command --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--gas-price')
        return
        ;;
    '--priority-gas-price')
        return
        ;;
    '--fee-cap')
        return
        ;;
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet tx pending --offline --hashes 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx_rebroadcast() {
    repeating_flags=()
    non_repeating_flags=(--json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--confirmations --timeout --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet tx pending --offline --hashes 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_tx_receipt() {
    repeating_flags=()
    non_repeating_flags=(--json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--confirmations --timeout --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--confirmations')
        return
        ;;
    '--timeout')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet tx pending --offline --hashes 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_sign() {
    repeating_flags=()
    non_repeating_flags=(--text --yes -y --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--file --typed-data --unsafe-raw-hash --account --keystore --from --password-file --password-command --network --chain)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--file')
        __ai1_add_completions -f
        return
        ;;
    '--typed-data')
        __ai1_add_completions -f
        return
        ;;
    '--unsafe-raw-hash')
        return
        ;;
    '--account')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--keystore')
        __ai1_add_completions -f
        return
        ;;
    '--from')
        __ai1_add_completions -W "$(eval 'ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    '--password-file')
        __ai1_add_completions -f
        return
        ;;
    '--password-command')
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_verify() {
    repeating_flags=()
    non_repeating_flags=(--text --json -v --verbose --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--file --typed-data --network --chain)
    __ai1_offer_flags_options 3

    # Offer option value completions
    case "${prev}" in
    '--file')
        __ai1_add_completions -f
        return
        ;;
    '--typed-data')
        __ai1_add_completions -f
        return
        ;;
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--chain')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_contacts() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|add|remove|rename)
        # Offer subcommand argument completions
        "_ai1_wallet_contacts_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list add remove rename' -- "${cur}"))
        ;;
    esac
}

_ai1_wallet_contacts_list() {
    repeating_flags=()
    non_repeating_flags=(--json --names --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_wallet_contacts_add() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--network)
    __ai1_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--network')
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_contacts_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--network)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--network')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_contacts_rename() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 2

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet contacts list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_networks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|add|remove|use|token)
        # Offer subcommand argument completions
        "_ai1_wallet_networks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list add remove use token' -- "${cur}"))
        ;;
    esac
}

_ai1_wallet_networks_list() {
    repeating_flags=()
    non_repeating_flags=(--json --names --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_wallet_networks_add() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--chain --chain-id --symbol)
    __ai1_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--chain'|'--chain-id')
        return
        ;;
    '--rpc-url')
        return
        ;;
    '--symbol')
        return
        ;;
    esac
}

_ai1_wallet_networks_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_networks_use() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_networks_token() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|remove)
        # Offer subcommand argument completions
        "_ai1_wallet_networks_token_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add remove' -- "${cur}"))
        ;;
    esac
}

_ai1_wallet_networks_token_add() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --json --version -h --help)
    repeating_options=(--rpc-url)
    non_repeating_options=(--symbol)
    __ai1_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--symbol')
        return
        ;;
    '--rpc-url')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_wallet_networks_token_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 2

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ai1_add_completions -W "$(eval 'ai1 wallet networks list --names 2>/dev/null')"
        return
        ;;
    esac
}

_ai1_dev() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    sandbox|doctor|tools)
        # Offer subcommand argument completions
        "_ai1_dev_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'sandbox doctor tools' -- "${cur}"))
        ;;
    esac
}

_ai1_dev_sandbox() {
    repeating_flags=()
    non_repeating_flags=(--realtime --prerender --version -h --help)
    repeating_options=()
    non_repeating_options=(--port --fault --require-key)
    __ai1_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--fault')
        return
        ;;
    '--require-key')
        return
        ;;
    esac
}

_ai1_dev_doctor() {
    repeating_flags=()
    non_repeating_flags=(--online --json --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0
}

_ai1_dev_tools() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|allow|forget)
        # Offer subcommand argument completions
        "_ai1_dev_tools_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list allow forget' -- "${cur}"))
        ;;
    esac
}

_ai1_dev_tools_list() {
    repeating_flags=()
    non_repeating_flags=(--json --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options -1
}

_ai1_dev_tools_allow() {
    repeating_flags=()
    non_repeating_flags=(--verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options -1
}

_ai1_dev_tools_forget() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options -1
}

_ai1_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __ai1_offer_flags_options -1
}

complete -o filenames -F _ai1 ai1
