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
            __ai1_parse_subcommand -r 1 'a/attach=+' 's/system=' 'no-stdin' 'stdin-timeout=' 'resume=' 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'fallback=' 'no-fallback' 'hedge' 'schema=' 't/temperature=' 'max-tokens=' 'reasoning=' 'seed=' 'stop=+' 'no-stream' 'o/output=' 'json' 'jsonl' 'x/extract' 'estimate' 'dry-run' 'why' 'q/quiet' 'v/verbose' 'color=' 'job=' 'idempotency-key=' 'once-per=' 'resend' 'safety=' 'deadline=' 'version' 'h/help'
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
        case 'credits'
            __ai1_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __ai1_parse_subcommand 0 'json' 'version' 'h/help'
            case 'add'
                __ai1_parse_subcommand 1 'idempotency-key=' 'json' 'version' 'h/help'
            case 'budget'
                __ai1_parse_subcommand 0 'version' 'h/help'
                switch $unparsed_tokens[1]
                case 'set'
                    __ai1_parse_subcommand 1 'per=' 'job=' 'model=' 'json' 'version' 'h/help'
                case 'list'
                    __ai1_parse_subcommand 0 'json' 'version' 'h/help'
                case 'remove'
                    __ai1_parse_subcommand 0 'per=' 'job=' 'model=' 'version' 'h/help'
                end
            case 'history'
                __ai1_parse_subcommand 0 'since=' 'l/limit=' 'job=' 'model=' 'all' 'json' 'csv' 'version' 'h/help'
            case 'usage'
                __ai1_parse_subcommand 0 'by=' 'since=' 'until=' 'month=' 'play' 'json' 'csv' 'version' 'h/help'
            case 'rewards'
                __ai1_parse_subcommand 0 'json' 'version' 'h/help'
            case 'check'
                __ai1_parse_subcommand 0 'full' 'accept-clock' 'receipt=' 'json' 'version' 'h/help'
            case 'export'
                __ai1_parse_subcommand 0 'format=' 'since=' 'o/output=' 'version' 'h/help'
            case 'backup'
                __ai1_parse_subcommand 1 'force' 'json' 'version' 'h/help'
            case 'restore'
                __ai1_parse_subcommand 1 'y/yes' 'version' 'h/help'
            case 'receipt'
                __ai1_parse_subcommand 1 'o/output=' 'version' 'h/help'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1" -eq 1' -fa 'credits' -d 'See and manage the credits that requests are paid with.'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" job' -l 'job' -d 'Book the request under this name; budgets can be set for it.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" idempotency-key' -l 'idempotency-key' -d 'A repetition of the request under this key prints the stored answer and costs nothing, for 24 hours.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" once-per' -l 'once-per' -d 'Ask at most once per hour, day or week for this --job, whatever the input; else print the stored answer.' -rfka 'hour day week'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" resend' -l 'resend' -d 'Ask again under a key whose last request was lost after it was sent.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" safety' -l 'safety' -d 'What is done about secrets in this request: off, warn, redact or block. Checks of answers and for injected instructions that are on follow; off switches all checks off.' -rfka 'off warn redact block'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'show' -d 'Show the balance, what was spent, and what budgets leave (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'add' -d 'Add credits.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'budget' -d 'Set, list and remove budgets.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'history' -d 'List requests with what they cost, and credits that came; the newest first.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'usage' -d 'Sum up what was spent by model, provider, day, job or task.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'rewards' -d 'Show usage rewards.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'check' -d 'Check the ledger, and close requests whose program died.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'export' -d 'Print every transfer for hledger, beancount, a spreadsheet or a script.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'backup' -d 'Write a checked copy of the ledger.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'restore' -d 'Put a backup in the place of the ledger.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits" -eq 1' -fa 'receipt' -d 'Print a signed proof that a request or a grant is in the ledger.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits show" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits show" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits add" idempotency-key' -l 'idempotency-key' -d 'Add once under this key, however often the command is run.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits add" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits add" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits budget" -eq 1' -fa 'set' -d 'Set a budget, or change its amount.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits budget" -eq 1' -fa 'list' -d 'List budgets with what is left (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits budget" -eq 1' -fa 'remove' -d 'Remove a budget.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" per' -l 'per' -d 'The window: day, month or total.' -rfka 'day month total'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" job' -l 'job' -d 'Only requests under this job.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" model' -l 'model' -d 'Only this model: provider/model, or a model\'s name at every provider.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget set" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget list" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget list" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget remove" per' -l 'per' -d 'The window: day, month or total.' -rfka 'day month total'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget remove" job' -l 'job' -d 'Only requests under this job.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget remove" model' -l 'model' -d 'Only this model: provider/model, or a model\'s name at every provider.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget remove" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits budget remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" since' -l 'since' -d 'From this day on: 2026-11-22, today, yesterday or 7d.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" l limit' -l 'limit' -s 'l' -d 'At most so many lines.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" job' -l 'job' -d 'Only this job.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" model' -l 'model' -d 'Only this model: provider/model, or a model\'s name at every provider.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" all' -l 'all' -d 'Also what was released, and play credits.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" csv' -l 'csv' -d 'Print comma-separated values (RFC 4180).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" by' -l 'by' -d 'What to sum up by: model, provider, day, job or task.' -rfka 'model provider day job task'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" since' -l 'since' -d 'From this day on: 2026-11-22, today, yesterday or 7d.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" until' -l 'until' -d 'Up to this day.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" month' -l 'month' -d 'Only this month: 2026-11, this or last.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" play' -l 'play' -d 'Play credits in place of others.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" csv' -l 'csv' -d 'Print comma-separated values (RFC 4180).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits usage" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits rewards" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits rewards" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits rewards" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" full' -l 'full' -d 'Recompute everything from the chain of events.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" accept-clock' -l 'accept-clock' -d 'The clock is right, though it ran ahead of the time since the machine was started.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" receipt' -l 'receipt' -d 'Verify a receipt in place of the ledger; - reads standard input.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits export" format' -l 'format' -d 'The form: hledger, beancount, csv or jsonl.' -rfka 'hledger beancount csv jsonl'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits export" since' -l 'since' -d 'From this day on, after one opening transaction: 2026-11-22, today, yesterday or 7d.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits export" o output' -l 'output' -s 'o' -d 'Write to this file.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits export" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits backup" -eq 1' -F
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits backup" force' -l 'force' -d 'Replace a file that exists.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits backup" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits backup" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits backup" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 credits restore" -eq 1' -F
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits restore" y yes' -l 'yes' -s 'y' -d 'Do not ask.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits restore" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits restore" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits receipt" o output' -l 'output' -s 'o' -d 'Write to this file.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits receipt" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 credits receipt" h help' -s 'h' -l 'help' -d 'Show help information.'
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
