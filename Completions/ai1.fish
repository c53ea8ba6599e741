function __ai1_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __ai1_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __ai1_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __ai1_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __ai1_parse_tokens -S
    set -l unparsed_tokens (__ai1_tokens -pc)
    switch $unparsed_tokens[1]
    case 'ai1'
        __ai1_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'ask'
            __ai1_parse_subcommand -r 1 'a/attach=+' 's/system=' 'no-stdin' 'stdin-timeout=' 'resume=' 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'fallback=' 'no-fallback' 'hedge' 'schema=' 't/temperature=' 'max-tokens=' 'reasoning=' 'seed=' 'stop=+' 'no-stream' 'o/output=' 'json' 'jsonl' 'x/extract' 'estimate' 'dry-run' 'why' 'q/quiet' 'v/verbose' 'color=' 'deadline=' 'version' 'h/help'
        case 'route'
            __ai1_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'explain'
                __ai1_parse_subcommand 1 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'fallback=' 'no-fallback' 'hedge' 'all' 'json' 'version' 'h/help'
            case 'models'
                __ai1_parse_subcommand -r 1 'provider=' 'can=+' 'max-price=' 'min-context=' 'all' 'names' 'json' 'version' 'h/help'
            case 'providers'
                __ai1_parse_subcommand 0 'ready' 'names' 'json' 'version' 'h/help'
            case 'add'
                __ai1_parse_subcommand 1 'base-url=' 'dialect=' 'key-command=' 'model=+' 'no-key' 'no-check' 'v/verbose' 'version' 'h/help'
            case 'remove'
                __ai1_parse_subcommand 1 'version' 'h/help'
            case 'use'
                __ai1_parse_subcommand 1 'objective=' 'auto' 'version' 'h/help'
            case 'trust'
                __ai1_parse_subcommand 1 'remove' 'version' 'h/help'
            end
        case 'dev'
            __ai1_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'sandbox'
                __ai1_parse_subcommand 0 'port=' 'fault=' 'require-key=' 'realtime' 'prerender' 'version' 'h/help'
            case 'doctor'
                __ai1_parse_subcommand 0 'online' 'json' 'version' 'h/help'
            end
        case 'help'
            __ai1_parse_subcommand -r 1 'version'
        end
    end
end

function __ai1_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __ai1_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __ai1_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __ai1_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__ai1_tokens -p)
    if test -z "$(__ai1_tokens -t)"
        set -l index (count (__ai1_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'ai1' -f
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1" -eq 1' -fa 'ask' -d 'Ask a model and print the answer.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1" -eq 1' -fa 'route' -d 'See and decide where requests go.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1" -eq 1' -fa 'dev' -d 'Tools for building on ai1 and for finding out what is wrong.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask"' -s 'a' -l 'attach' -d 'Attach a text or image: a file, a URL, or \'-\'.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" s system' -l 'system' -s 's' -d 'The system prompt.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" no-stdin' -l 'no-stdin' -d 'Do not read standard input.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" stdin-timeout' -l 'stdin-timeout' -d 'Go on without standard input when it sends nothing for so long (30s when a prompt is given).' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" resume' -l 'resume' -d 'Go on with a cut answer: the last, or the one with this id.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" m model' -l 'model' -s 'm' -d 'The model: an id, an alias (gpt, claude, gemini, llama) or provider/model.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask"' -l 'provider' -d 'Only this provider. May be repeated.' -rfka '(ai1 route providers --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" cheapest' -l 'cheapest' -d 'Prefer the lowest cost.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" fastest' -l 'fastest' -d 'Prefer the shortest time.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" best' -l 'best' -d 'Prefer the highest quality.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" balanced' -l 'balanced' -d 'Weigh quality, cost and speed (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" max-cost' -l 'max-cost' -d 'Refuse what may cost more: 5 is credits, $0.05 US dollars.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" fallback' -l 'fallback' -d 'Models that may take over, in this order, separated by commas.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" no-fallback' -l 'no-fallback' -d 'Let no other model or provider take over.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" hedge' -l 'hedge' -d 'Start a second candidate when the first is slow.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" schema' -l 'schema' -d 'The answer must be JSON of this schema: a file, JSON text, or a list such as \'name, age int\'.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" t temperature' -l 'temperature' -s 't' -d 'Sampling temperature, from 0 to 2.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" max-tokens' -l 'max-tokens' -d 'The largest answer in tokens, reasoning included.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" reasoning' -l 'reasoning' -d 'How much to reason: none, minimal, low, medium or high.' -rfka 'none minimal low medium high'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" seed' -l 'seed' -d 'Seed of the model\'s sampling.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask"' -l 'stop' -d 'Stop at this text. May be repeated.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" no-stream' -l 'no-stream' -d 'Ask for the answer in one piece.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" o output' -s 'o' -l 'output' -d 'Write the answer to this file.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" json' -l 'json' -d 'Print one JSON object.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" jsonl' -l 'jsonl' -d 'Print one JSON event a line, as they come.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" extract x' -s 'x' -l 'extract' -d 'Print only the first code block.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" estimate' -l 'estimate' -d 'Print the expected and the worst-case cost, and send nothing.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" dry-run' -l 'dry-run' -d 'Print the exact request, keys redacted, and send nothing.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" why' -l 'why' -d 'Explain on stderr why this model was chosen.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" q quiet' -l 'quiet' -s 'q' -d 'No cost line, no notices.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" v verbose' -l 'verbose' -s 'v' -d 'Show causes and the transfer on stderr.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" deadline' -l 'deadline' -d 'The whole call must end within this time, such as 30s or 2m. Without it: 10 minutes, and no wait above 10s for a target that is limited.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'explain' -d 'Show which model a prompt would go to, and why not to the others.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'models' -d 'List models with their prices.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'providers' -d 'List providers, whether a key was found, and where.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'add' -d 'Add a provider: its key, its address, or both.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'remove' -d 'Remove a provider\'s key and settings.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'use' -d 'Set the default model or objective.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'trust' -d 'Let a project\'s .ai1.yaml set everything, as it is now.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" m model' -l 'model' -s 'm' -d 'The model: an id, an alias (gpt, claude, gemini, llama) or provider/model.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain"' -l 'provider' -d 'Only this provider. May be repeated.' -rfka '(ai1 route providers --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" cheapest' -l 'cheapest' -d 'Prefer the lowest cost.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" fastest' -l 'fastest' -d 'Prefer the shortest time.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" best' -l 'best' -d 'Prefer the highest quality.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" balanced' -l 'balanced' -d 'Weigh quality, cost and speed (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" max-cost' -l 'max-cost' -d 'Refuse what may cost more: 5 is credits, $0.05 US dollars.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" fallback' -l 'fallback' -d 'Models that may take over, in this order, separated by commas.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" no-fallback' -l 'no-fallback' -d 'Let no other model or provider take over.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" hedge' -l 'hedge' -d 'Start a second candidate when the first is slow.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" all' -l 'all' -d 'Show every candidate and every refusal.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" provider' -l 'provider' -d 'Only this provider.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models"' -l 'can' -d 'Only models that can do this: vision, tools, schema, reasoning, temperature, seed, stop. May be repeated.' -rfka 'vision tools schema reasoning temperature seed stop'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" max-price' -l 'max-price' -d 'At most so many US dollars per million tokens, of input and output.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" min-context' -l 'min-context' -d 'A window of at least so many tokens.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" all' -l 'all' -d 'Deprecated models too.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" names' -l 'names' -d 'Print names and aliases only, one a line.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" ready' -l 'ready' -d 'Only providers that can be asked now.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" names' -l 'names' -d 'Print names only, one a line.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route add" -eq 1' -fka '(ai1 route providers --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" base-url' -l 'base-url' -d 'The API\'s address, for a server of your own.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" dialect' -l 'dialect' -d 'Its protocol: openai, openai-responses, anthropic, google, ollama or ai1net.' -rfka 'openai openai-responses anthropic google ollama ai1net sandbox'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" key-command' -l 'key-command' -d 'A shell command that prints the key.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add"' -l 'model' -d 'A model that it serves. May be repeated.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" no-key' -l 'no-key' -d 'It needs no key.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" no-check' -l 'no-check' -d 'Store the key without trying it.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" v verbose' -l 'verbose' -s 'v' -d 'Show causes.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route remove" -eq 1' -fka '(ai1 route providers --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route remove" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route use" -eq 1' -fka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route use" objective' -l 'objective' -d 'What counts most: cheapest, fastest, best or balanced.' -rfka 'cheapest fastest best balanced'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route use" auto' -l 'auto' -d 'Choose a model for each request again.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route use" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route use" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route trust" -eq 1' -F
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route trust" remove' -l 'remove' -d 'Trust it no longer.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route trust" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route trust" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 dev" -eq 1' -fa 'sandbox' -d 'Serve simulated models on loopback, with faults on demand.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 dev" -eq 1' -fa 'doctor' -d 'Check configuration, keys, certificates, local servers and versions.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" port' -l 'port' -d 'The port; 0 takes a free one.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" fault' -l 'fault' -d 'What should go wrong, such as 429,retry-after=30 or delay=2000,cut=100.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" require-key' -l 'require-key' -d 'Refuse requests that do not carry this test key.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" realtime' -l 'realtime' -d 'Answer at the speed that the simulated models claim, not at once.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" prerender' -l 'prerender' -d 'Prepare large answers once, so that the server is never the bottleneck of a measurement.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev sandbox" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev doctor" online' -l 'online' -d 'Try each key by a cheap call.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev doctor" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev doctor" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 dev doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 help" version' -l 'version' -d 'Show the version.'
