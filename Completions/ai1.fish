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
            __ai1_parse_subcommand -r 1 'a/attach=+' 's/system=' 'no-stdin' 'stdin-timeout=' 'resume=' 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'not=+' 'max-latency=' 'local' 'fallback=' 'no-fallback' 'hedge' 'no-explore' 'route-seed=' 'compare=' 'schema=' 't/temperature=' 'max-tokens=' 'reasoning=' 'seed=' 'stop=+' 'no-stream' 'o/output=' 'json' 'jsonl' 'x/extract' 'estimate' 'dry-run' 'why' 'q/quiet' 'v/verbose' 'color=' 'record=' 'replay=' 'replay-speed=' 'job=' 'idempotency-key=' 'once-per=' 'resend' 'safety=' 'deadline=' 'max-input=' 'version' 'h/help'
            __ai1_parse_subcommand -r 1 'a/attach=+' 's/system=' 'no-stdin' 'stdin-timeout=' 'resume=' 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'not=+' 'max-latency=' 'local' 'fallback=' 'no-fallback' 'hedge' 'no-explore' 'route-seed=' 'compare=' 'schema=' 't/temperature=' 'max-tokens=' 'reasoning=' 'seed=' 'stop=+' 'no-stream' 'o/output=' 'json' 'jsonl' 'x/extract' 'estimate' 'dry-run' 'why' 'q/quiet' 'v/verbose' 'color=' 'shell' 'record=' 'replay=' 'replay-speed=' 'job=' 'idempotency-key=' 'once-per=' 'resend' 'safety=' 'deadline=' 'version' 'h/help'
        case 'route'
            __ai1_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'explain'
                __ai1_parse_subcommand 1 'm/model=' 'provider=+' 'cheapest' 'fastest' 'best' 'balanced' 'max-cost=' 'not=+' 'max-latency=' 'local' 'fallback=' 'no-fallback' 'hedge' 'no-explore' 'route-seed=' 'job=' 'all' 'json' 'version' 'h/help'
            case 'models'
                __ai1_parse_subcommand -r 1 'search=+' 'provider=' 'can=+' 'max-price=' 'min-context=' 'limit=' 'all' 'names' 'json' 'version' 'h/help'
            case 'providers'
                __ai1_parse_subcommand 0 'ready' 'all' 'names' 'json' 'version' 'h/help'
            case 'add'
                __ai1_parse_subcommand 1 'base-url=' 'dialect=' 'key-command=' 'model=+' 'no-key' 'no-check' 'yes' 'v/verbose' 'version' 'h/help'
            case 'remove'
                __ai1_parse_subcommand 1 'version' 'h/help'
            case 'use'
                __ai1_parse_subcommand 1 'objective=' 'auto' 'version' 'h/help'
            case 'trust'
                __ai1_parse_subcommand 1 'remove' 'version' 'h/help'
            case 'log'
                __ai1_parse_subcommand 0 'version' 'h/help'
                switch $unparsed_tokens[1]
                case 'list'
                    __ai1_parse_subcommand 0 'search=' 'model=' 'job=' 'state=+' 'since=' 'l/limit=' 'json' 'version' 'h/help'
                case 'show'
                    __ai1_parse_subcommand 1 'json' 'version' 'h/help'
                case 'replay'
                    __ai1_parse_subcommand 1 'speed=' 'version' 'h/help'
                case 'delete'
                    __ai1_parse_subcommand -r 1 'before=' 'all' 'y/yes' 'version' 'h/help'
                end
            case 'stats'
                __ai1_parse_subcommand 0 'by=' 'model=' 'task=' 'days=' 'json' 'version' 'h/help'
            case 'rate'
                __ai1_parse_subcommand -r 1 'json' 'version' 'h/help'
            case 'learn'
                __ai1_parse_subcommand 0 'version' 'h/help'
                switch $unparsed_tokens[1]
                case 'on'
                    __ai1_parse_subcommand 0 'version' 'h/help'
                case 'off'
                    __ai1_parse_subcommand 0 'version' 'h/help'
                case 'export'
                    __ai1_parse_subcommand 0 'version' 'h/help'
                case 'import'
                    __ai1_parse_subcommand 1 'version' 'h/help'
                case 'reset'
                    __ai1_parse_subcommand 1 'yes' 'version' 'h/help'
                end
            case 'eval'
                __ai1_parse_subcommand 1 'strategy=+' 'train=' 'weak=' 'strong=' 'seed=' 'resamples=' 'json' 'version' 'h/help'
            case 'train'
                __ai1_parse_subcommand 1 'o/output=' 'json' 'version' 'h/help'
            case 'sync'
                __ai1_parse_subcommand 1 'from=' 'dry-run' 'yes' 'list' 'forget' 'json' 'v/verbose' 'version' 'h/help'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask"' -s 'a' -l 'attach' -d 'Attach a text, an image or a PDF: a file, a folder, a quoted pattern such as \'src/**/*.swift\', a URL, or \'-\'.' -rF
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask"' -l 'not' -d 'Do not ask this model or provider. May be repeated.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" max-latency' -l 'max-latency' -d 'Refuse what is expected to take longer in all.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" local' -l 'local' -d 'Only servers on this machine.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" fallback' -l 'fallback' -d 'Models that may take over, in this order, separated by commas.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" no-fallback' -l 'no-fallback' -d 'Let no other model or provider take over.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" hedge' -l 'hedge' -d 'Start a second candidate when the first is slow.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" no-explore' -l 'no-explore' -d 'Ask the best model, not now and then another to learn about it.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" route-seed' -l 'route-seed' -d 'Decides whether and what is explored: the same number, the same choice.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" compare' -l 'compare' -d 'Ask these models at once and show their answers beside each other; each is paid for.' -rfka '(ai1 route models --names 2>/dev/null)'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" shell' -l 'shell' -d 'Have one shell command proposed, shown, and run only on a terminal and after a yes; elsewhere it is printed.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" record' -l 'record' -d 'Append the answer to this file, for --replay.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" replay' -l 'replay' -d 'Take the answer from this file: nothing is sent, nothing is charged.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" replay-speed' -l 'replay-speed' -d 'How fast --replay comes: 1 as it was recorded, 0 (the default) at once.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" job' -l 'job' -d 'Book the request under this name; budgets can be set for it.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" idempotency-key' -l 'idempotency-key' -d 'A repetition of the request under this key prints the stored answer and costs nothing, for 24 hours.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" once-per' -l 'once-per' -d 'Ask at most once per hour, day or week for this --job, whatever the input; else print the stored answer.' -rfka 'hour day week'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" resend' -l 'resend' -d 'Ask again under a key whose last request was lost after it was sent.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" safety' -l 'safety' -d 'What is done about secrets in this request: off, warn, redact or block. Checks of answers and for injected instructions that are on follow; off switches all checks off.' -rfka 'off warn redact block'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" deadline' -l 'deadline' -d 'The whole call must end within this time, such as 30s or 2m. Without it: 10 minutes, and no wait above 10s for a target that is limited.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 ask" max-input' -l 'max-input' -d 'Send nothing when the input is expected to be more than so many tokens (limits.max_input).' -rfka ''
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'log' -d 'List, search, show, replay and delete the requests of the past.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'stats' -d 'Show how fast, how reliable, how dear and how good models were.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'rate' -d 'Rate an answer, so that the router learns which model serves you best.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'learn' -d 'Turn learning on or off, carry it to another machine, or forget it.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'eval' -d 'Replay recorded answers of several models through routing strategies.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'train' -d 'Fit a quality predictor to recorded answers of several models.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route" -eq 1' -fa 'sync' -d 'Bring models and prices up to date.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" m model' -l 'model' -s 'm' -d 'The model: an id, an alias (gpt, claude, gemini, llama) or provider/model.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain"' -l 'provider' -d 'Only this provider. May be repeated.' -rfka '(ai1 route providers --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" cheapest' -l 'cheapest' -d 'Prefer the lowest cost.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" fastest' -l 'fastest' -d 'Prefer the shortest time.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" best' -l 'best' -d 'Prefer the highest quality.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" balanced' -l 'balanced' -d 'Weigh quality, cost and speed (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" max-cost' -l 'max-cost' -d 'Refuse what may cost more: 5 is credits, $0.05 US dollars.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain"' -l 'not' -d 'Do not ask this model or provider. May be repeated.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" max-latency' -l 'max-latency' -d 'Refuse what is expected to take longer in all.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" local' -l 'local' -d 'Only servers on this machine.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" fallback' -l 'fallback' -d 'Models that may take over, in this order, separated by commas.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" no-fallback' -l 'no-fallback' -d 'Let no other model or provider take over.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" hedge' -l 'hedge' -d 'Start a second candidate when the first is slow.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" no-explore' -l 'no-explore' -d 'Ask the best model, not now and then another to learn about it.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" route-seed' -l 'route-seed' -d 'Decides whether and what is explored: the same number, the same choice.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" job' -l 'job' -d 'The job it would belong to, for your rules.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" all' -l 'all' -d 'Show every candidate and every refusal.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models"' -l 'search' -d 'Further words that the name must contain, as one argument. May be repeated.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" provider' -l 'provider' -d 'Only this provider.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models"' -l 'can' -d 'Only models that can do this: vision, tools, schema, reasoning, temperature, seed, stop. May be repeated.' -rfka 'vision tools schema reasoning temperature seed stop'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" max-price' -l 'max-price' -d 'At most so many US dollars per million tokens, of input and output.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" min-context' -l 'min-context' -d 'A window of at least so many tokens.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" limit' -l 'limit' -d 'Show at most so many, 0 for all; on a terminal 60 unless given.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" all' -l 'all' -d 'Deprecated models too.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" names' -l 'names' -d 'Print names and aliases only, one a line; of providers that are set up or come with ai1.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route models" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" ready' -l 'ready' -d 'Only providers that can be asked now.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route providers" all' -l 'all' -d 'Those too that a synced catalogue names and nobody added.'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route add" yes' -l 'yes' -d 'Agree to the address and the variable that a synced catalogue names.'
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
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route log" -eq 1' -fa 'list' -d 'List requests, the newest first (default).'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route log" -eq 1' -fa 'show' -d 'Show everything that is kept of a request.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route log" -eq 1' -fa 'replay' -d 'Print a kept answer again, as it came.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route log" -eq 1' -fa 'delete' -d 'Delete requests with their prompts and answers.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" search' -l 'search' -d 'Only requests with these words in the prompt or the answer.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" model' -l 'model' -d 'Only this model: provider/model, or a model\'s name at every provider.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" job' -l 'job' -d 'Only this job.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list"' -l 'state' -d 'Only requests that ended so: complete, incomplete, cut, cancelled, refused or failed. May be repeated.' -rfka 'complete incomplete cut cancelled refused failed'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" since' -l 'since' -d 'From this day on: 2026-11-22, today, yesterday or 7d.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" l limit' -l 'limit' -s 'l' -d 'At most so many lines.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log show" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log show" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log replay" speed' -l 'speed' -d 'How fast: 1 as it was, 2 twice as fast, 0 at once.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log replay" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log replay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log delete" before' -l 'before' -d 'All before this day: 2026-11-22, today, yesterday or 7d.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log delete" all' -l 'all' -d 'All.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log delete" y yes' -l 'yes' -s 'y' -d 'Do not ask.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log delete" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route log delete" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" by' -l 'by' -d 'What a line is about: target, task or day. Without it: targets, and their tasks below them.' -rfka 'target task day'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" model' -l 'model' -d 'Only this model: provider/model, or a model\'s name at every provider.' -rfka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" task' -l 'task' -d 'Only this task: chat, code, math and so on.' -rfka 'chat code math summary extraction translation creative vision image audio embedding'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" days' -l 'days' -d 'Of so many days.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route stats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route rate" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route rate" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route rate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn" -eq 1' -fa 'on' -d 'Let ratings and what becomes of answers move later choices.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn" -eq 1' -fa 'off' -d 'Choose by the catalogue and by measured speed alone; explore nothing.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn" -eq 1' -fa 'export' -d 'Print what was learned as JSON. No request and no word of one is in it.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn" -eq 1' -fa 'import' -d 'Add what another machine learned.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn" -eq 1' -fa 'reset' -d 'Forget what was learned and measured, of one model or of all.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn on" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn on" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn off" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn off" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn export" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn import" -eq 1' -F
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn import" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route learn reset" -eq 1' -fka '(ai1 route models --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn reset" yes' -l 'yes' -d 'Do not ask.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn reset" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route learn reset" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route eval" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval"' -l 'strategy' -d 'A strategy to evaluate. May be repeated.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" train' -l 'train' -d 'Train the predictor on this file.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" weak' -l 'weak' -d 'The cheap model of a pair to divide calls between.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" strong' -l 'strong' -d 'The good model of that pair.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" seed' -l 'seed' -d 'Another seed draws other resamples.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" resamples' -l 'resamples' -d 'Resamples for the 95 % intervals; 0 for none.' -rfka ''
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route eval" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route train" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route train" o output' -l 'output' -s 'o' -d 'Write to this file and install nothing.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route train" json' -l 'json' -d 'Print JSON.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route train" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route train" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_positional "ai1 route sync" -eq 1' -fka '(echo models.dev; echo openrouter; ai1 route providers --ready --names 2>/dev/null)'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" from' -l 'from' -d 'Read it from this file, - for standard input, and not from the network.' -rF
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" dry-run' -l 'dry-run' -d 'Say what would change, and change nothing.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" yes' -l 'yes' -d 'Take prices that fell by more than half, and a catalogue that shrank to less than half.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" list' -l 'list' -d 'Say what was synced when.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" forget' -l 'forget' -d 'Forget what was synced from SOURCE, or from all.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" json' -l 'json' -d 'Print JSON, with every change.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" v verbose' -l 'verbose' -s 'v' -d 'Show causes.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" version' -l 'version' -d 'Show the version.'
complete -c 'ai1' -n '__ai1_should_offer_completions_for_flags_or_options "ai1 route sync" h help' -s 'h' -l 'help' -d 'Show help information.'
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
