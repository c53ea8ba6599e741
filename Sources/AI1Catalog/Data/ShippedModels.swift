/// The rows that ship with the program, in the form that `CatalogText` reads. Prices are US dollars per million tokens.
enum ShippedModels {
    static let text: StaticString = #"""
        !models.dev 2026-07
        # @provider dialect base key-variables base-variables quirks documentation title
        #   quirks: c max_completion_tokens, u usage comes unasked, o json_object schemas, p schemas by prompt, l local
        # model family context max-output in/out/read/write5m/write1h[>tokens:...] flags class+scores released title
        #   prices: ? unknown, ~ estimated; family: = the model's own name
        #   flags: i images t tools s schema r reasoning, refuses: T temperature D seed P stop Y system prompt;
        #   R responses dialect, v preview, x deprecated; instead of text: I images S speech W transcripts E vectors;
        #   beside it: w transcripts. Largest output: of images, tokens of one; of vectors, their length
        #   prices of something else than tokens: c: characters, s: seconds, i: images, by the million
        #   class: S A B C D E F G; scores: a Aider Polyglot, v SWE-bench Verified, p SWE-bench Pro, i coding index,
        #   t Terminal-Bench, s SciCode

        @openai openai https://api.openai.com/v1 OPENAI_API_KEY OPENAI_BASE_URL,OPENAI_API_BASE c https://platform.openai.com/docs OpenAI
        gpt-5.5 = 1050000 128000 5/30/0.5>272000:10/45/1 itsrTP Sp58.6,t78.2 2026-04-23 GPT-5.5
        gpt-5.5-pro = 1050000 128000 30/180>272000:60/270 itsrTDPR S 2026-04-23 GPT-5.5 Pro
        gpt-5.4 = 1050000 128000 2.5/15/0.25>272000:5/22.5/0.5 itsrTP Ap59.1 2026-03-05 GPT-5.4
        gpt-5.4-mini = 400000 128000 0.75/4.5/0.075 itsrTP C 2026-03-17 GPT-5.4 mini
        gpt-5.4-nano = 400000 128000 0.2/1.25/0.02 itsrTP D 2026-03-17 GPT-5.4 nano
        gpt-5.4-pro = 1050000 128000 30/180>272000:60/270 itrTDPR A 2026-03-05 GPT-5.4 Pro
        gpt-5.3-codex = 400000 128000 1.75/14/0.175 itsrTDPR B 2026-02-05 GPT-5.3 Codex
        gpt-5.3-chat-latest = 128000 16384 1.75/14/0.175 its B 2026-03-03 GPT-5.3 Chat
        gpt-5.2 = 400000 128000 1.75/14/0.175 itsrTP Bp29.94 2025-12-11 GPT-5.2
        gpt-5.2-pro = 400000 128000 21/168 itrTDPR A 2025-12-11 GPT-5.2 Pro
        gpt-5.2-codex = 400000 128000 1.75/14/0.175 itsrTDPR Bp41.04 2025-12-11 GPT-5.2 Codex
        gpt-5.1 = 400000 128000 1.25/10/0.125 itsrTP B 2025-11-13 GPT-5.1
        gpt-5.1-codex = 400000 128000 1.25/10/0.125 itsrTDPR B 2025-11-13 GPT-5.1 Codex
        gpt-5.1-codex-max = 400000 128000 1.25/10/0.125 itsrTDPR B 2025-11-13 GPT-5.1 Codex Max
        gpt-5.1-codex-mini = 400000 128000 0.25/2/0.025 itsrTDPR C 2025-11-13 GPT-5.1 Codex mini
        gpt-5 = 400000 128000 1.25/10/0.125 itsrTP Ba88,p41.78 2025-08-07 GPT-5
        gpt-5-mini = 400000 128000 0.25/2/0.025 itsrTP C 2025-08-07 GPT-5 Mini
        gpt-5-nano = 400000 128000 0.05/0.4/0.005 itsrTP E 2025-08-07 GPT-5 Nano
        gpt-5-pro = 400000 272000 15/120 itsrTDPR B 2025-10-06 GPT-5 Pro
        gpt-5-codex = 400000 128000 1.25/10/0.125 itsrTDPR Bi38.9 2025-09-15 GPT-5-Codex
        gpt-4.1 = 1047576 32768 2/8/0.5 its Da52.4 2025-04-14 GPT-4.1
        gpt-4.1-mini = 1047576 32768 0.4/1.6/0.1 its Ea32.4 2025-04-14 GPT-4.1 mini
        gpt-4.1-nano = 1047576 32768 0.1/0.4/0.025 its Fa8.9 2025-04-14 GPT-4.1 nano
        gpt-4o = 128000 16384 2.5/10/1.25 its Da18.2,i16.7 2024-05-13 GPT-4o
        gpt-4o-mini = 128000 16384 0.15/0.6/0.075 its Ea3.6,s22.9 2024-07-18 GPT-4o mini
        o3 = 200000 100000 2/8/0.5 itsrTP Ca81.3 2025-04-16 o3
        o3-pro = 200000 100000 20/80 itsrTDPR Ca84.9 2025-06-10 o3-pro
        o4-mini = 200000 100000 1.1/4.4/0.275 itsrTP Ca72 2025-04-16 o4-mini
        o3-mini = 200000 100000 1.1/4.4/0.55 tsrTP Da60.4 2024-12-20 o3-mini
        o1 = 200000 100000 15/60/7.5 itsrTP Da61.7 2024-12-05 o1
        gpt-4-turbo = 128000 4096 10/30 it Fi21.5 2023-11-06 GPT-4 Turbo
        gpt-3.5-turbo = 16385 4096 0.5/1.5 - Gi10.7 2023-03-01 GPT-3.5-turbo
        gpt-image-2 = 32000 16384 5/30/1.25 I B 2026-04-21 GPT Image 2
        !provider-prices 2026-05
        gpt-image-1.5 = 32000 6240 5/32/1.25 I C 2025-11-25 GPT Image 1.5
        gpt-image-1 = 32000 6240 5/40/1.25 I D 2025-04-24 GPT Image 1
        gpt-image-1-mini = 32000 6240 2/8/0.2 I E 2025-09-26 GPT Image 1 mini
        gpt-4o-mini-tts = 2000 16384 0.6/12 S C 2025-03-20 GPT-4o mini TTS
        tts-1-hd = 4096 4096 c:30/0 S D 2023-11-06 TTS-1 HD
        tts-1 = 4096 4096 c:15/0 S E 2023-11-06 TTS-1
        gpt-4o-transcribe = 16000 2000 2.5/10/-/-/-/-/6 W C 2025-03-20 GPT-4o Transcribe
        gpt-4o-mini-transcribe = 16000 2000 1.25/5/-/-/-/-/3 W D 2025-03-20 GPT-4o mini Transcribe
        whisper-1 = 448 448 s:100/0 W E 2023-03-01 Whisper
        !models.dev 2026-07
        text-embedding-3-large = 8191 3072 0.13/0 E C 2024-01-25 text-embedding-3-large
        text-embedding-3-small = 8191 1536 0.02/0 E E 2024-01-25 text-embedding-3-small

        @anthropic anthropic https://api.anthropic.com ANTHROPIC_API_KEY ANTHROPIC_BASE_URL - https://docs.anthropic.com/en/api Anthropic
        claude-fable-5 = 1000000 128000 10/50/1/12.5/20 itsrTD S 2026-06-09 Claude Fable 5
        claude-opus-4-8 = 1000000 128000 5/25/0.5/6.25/10 itsrTD Sp69.2,t74.6 2026-05-28 Claude Opus 4.8
        claude-opus-4-7 = 1000000 128000 5/25/0.5/6.25/10 itsrTD Ap64.3,t66.1 2026-04-16 Claude Opus 4.7
        claude-opus-4-6 = 1000000 128000 5/25/0.5/6.25/10 itsrD Ap51.9 2026-02-05 Claude Opus 4.6
        claude-opus-4-5 = 200000 64000 5/25/0.5/6.25/10 itsrD Bp45.89 2025-11-24 Claude Opus 4.5
        claude-opus-4-5-20251101 claude-opus-4-5 200000 64000 5/25/0.5/6.25/10 itsrD Bp45.89 2025-11-01 Claude Opus 4.5
        claude-opus-4-1 = 200000 32000 15/75/1.5/18.75/30 itrD B 2025-08-05 Claude Opus 4.1
        claude-opus-4-0 = 200000 32000 15/75/1.5/18.75/30 itrD Ca72 2025-05-22 Claude Opus 4
        claude-sonnet-5 = 1000000 128000 2/10/0.2/2.5/4 itsrTD A 2026-06-30 Claude Sonnet 5
        claude-sonnet-4-6 = 1000000 64000 3/15/0.3/3.75/6 itsrD B 2026-02-17 Claude Sonnet 4.6
        claude-sonnet-4-5 = 200000 64000 3/15/0.3/3.75/6 itsrD Bp43.6 2025-09-29 Claude Sonnet 4.5
        claude-sonnet-4-5-20250929 claude-sonnet-4-5 200000 64000 3/15/0.3/3.75/6 itsrD Bp43.6 2025-09-29 Claude Sonnet 4.5
        claude-sonnet-4-0 = 200000 64000 3/15/0.3/3.75/6 itrD Ca61.3,p42.7 2025-05-22 Claude Sonnet 4
        claude-haiku-4-5 = 200000 64000 1/5/0.1/1.25/2 itsrD Cp39.45 2025-10-15 Claude Haiku 4.5
        claude-haiku-4-5-20251001 claude-haiku-4-5 200000 64000 1/5/0.1/1.25/2 itsrD Cp39.45 2025-10-15 Claude Haiku 4.5
        claude-3-7-sonnet-20250219 claude-3-7-sonnet 200000 64000 3/15/0.3/3.75/6 itrDx Da64.9 2025-02-19 Claude Sonnet 3.7
        claude-3-haiku-20240307 claude-3-haiku 200000 4096 0.25/1.25/0.03/0.3/0.5 itDx F 2024-03-13 Claude Haiku 3

        @google google https://generativelanguage.googleapis.com/v1beta GEMINI_API_KEY,GOOGLE_API_KEY,GOOGLE_GENERATIVE_AI_API_KEY GOOGLE_GEMINI_BASE_URL,GEMINI_BASE_URL - https://ai.google.dev/gemini-api/docs Google
        gemini-3.5-flash = 1048576 65536 1.5/9/0.15 itsrw B 2026-05-19 Gemini 3.5 Flash
        gemini-3.1-pro-preview = 1048576 65536 2/12/0.2>200000:4/18/0.4 itsrv Ap54.2,t70.3 2026-02-19 Gemini 3.1 Pro Preview
        gemini-3.1-flash-lite = 1048576 65536 0.25/1.5/0.025/-/-/-/0.5 itsrw D 2026-05-07 Gemini 3.1 Flash Lite
        gemini-3-flash-preview = 1048576 65536 0.5/3/0.05/-/-/-/1 itsrwv Cp34.63 2025-12-17 Gemini 3 Flash Preview
        gemini-3-pro-preview = 1048576 65536 2/12/0.2>200000:4/18/0.4 itsrx Bp43.3 2025-11-18 Gemini 3 Pro Preview
        gemini-2.5-pro = 1048576 65536 1.25/10/0.125>200000:2.5/15/0.25 itsrw Ca83.1,i32 2025-06-17 Gemini 2.5 Pro
        gemini-2.5-flash = 1048576 65536 0.3/2.5/0.03/-/-/-/1 itsrw Da55.1,i22.2 2025-06-17 Gemini 2.5 Flash
        gemini-2.5-flash-lite = 1048576 65536 0.1/0.4/0.01/-/-/-/0.3 itsrw Ei9.5 2025-06-17 Gemini 2.5 Flash-Lite
        gemini-2.0-flash = 1048576 8192 0.1/0.4/0.025 itsx E 2024-12-11 Gemini 2.0 Flash
        gemma-4-31b-it gemma-4-31b 262144 32768 ? itsr D 2026-04-02 Gemma 4 31B IT
        gemma-4-26b-a4b-it gemma-4-26b-a4b 262144 32768 ? itsr E 2026-04-02 Gemma 4 26B A4B IT
        gemini-3-pro-image-preview = 65536 4096 2/120/-/-/-/12 iIv B 2025-11-20 Gemini 3 Pro Image Preview
        gemini-3.1-flash-image-preview = 65536 4096 0.5/60 iIv C 2026-02-26 Gemini 3.1 Flash Image Preview
        gemini-2.5-flash-image = 32768 4096 0.3/30/0.075 iI D 2025-08-26 Gemini 2.5 Flash Image
        !provider-prices 2026-05
        imagen-4.0-ultra-generate-001 = 480 1 i:0/60000 I C 2025-08-14 Imagen 4 Ultra
        imagen-4.0-generate-001 = 480 1 i:0/40000 I D 2025-08-14 Imagen 4
        imagen-4.0-fast-generate-001 = 480 1 i:0/20000 I E 2025-08-14 Imagen 4 Fast
        gemini-3.1-flash-tts-preview = 8192 16384 1/20 Sv C 2026-04-15 Gemini 3.1 Flash TTS Preview
        !models.dev 2026-07
        gemini-2.5-pro-preview-tts = 8192 16384 1/20 Sv C 2025-05-01 Gemini 2.5 Pro Preview TTS
        gemini-2.5-flash-preview-tts = 8192 16384 0.5/10 Sv D 2025-05-01 Gemini 2.5 Flash Preview TTS
        gemini-embedding-001 = 2048 3072 0.15/0 E C 2025-05-20 Gemini Embedding 001

        @xai openai https://api.x.ai/v1 XAI_API_KEY XAI_BASE_URL c https://docs.x.ai/docs xAI
        grok-4.3 = 1000000 30000 1.25/2.5/0.2>200000:2.5/5/0.4 itsrP B 2026-04-17 Grok 4.3
        grok-4.20-0309-reasoning grok-4.20 1000000 30000 1.25/2.5/0.2>200000:2.5/5/0.4 itsrP B 2026-03-09 Grok 4.20 (Reasoning)
        grok-4.20-0309-non-reasoning grok-4.20-non-reasoning 1000000 30000 1.25/2.5/0.2>200000:2.5/5/0.4 its C 2026-03-09 Grok 4.20 (Non-Reasoning)
        grok-4.20-multi-agent-0309 grok-4.20-multi-agent 1000000 30000 1.25/2.5/0.2>200000:2.5/5/0.4 isrP B 2026-03-09 Grok 4.20 Multi-Agent
        grok-build-0.1 = 256000 256000 1/2/0.2>200000:2/4/0.4 itsrP C 2026-04-16 Grok Build 0.1
        !provider-prices 2026-05
        grok-imagine-image = 8000 1 i:0/20000~ I D 2026-01-28 Grok Imagine Image
        !models.dev 2026-07

        @mistral openai https://api.mistral.ai/v1 MISTRAL_API_KEY MISTRAL_BASE_URL u https://docs.mistral.ai Mistral
        mistral-medium-2604 mistral-medium-3.5 262144 262144 1.5/7.5 itsrD Bv77.6 2026-04-29 Mistral Medium 3.5
        mistral-medium-latest mistral-medium-3.5 262144 262144 0.4/2~ itsD Bv77.6 2025-08-12 Mistral Medium
        mistral-medium-2508 mistral-medium-3.1 262144 262144 0.4/2 itsD C 2025-08-12 Mistral Medium 3.1
        mistral-large-2512 mistral-large-3 262144 262144 0.5/1.5 itsD Ci22.7 2025-12-02 Mistral Large 3
        mistral-large-latest mistral-large-3 262144 262144 0.5/1.5 itsD Ci22.7 2025-12-02 Mistral Large
        mistral-small-2603 mistral-small-4 256000 256000 0.15/0.6 itsrD Di24.3 2026-03-16 Mistral Small 4
        mistral-small-latest mistral-small-4 256000 256000 0.15/0.6 itsrD Di24.3 2026-03-16 Mistral Small
        magistral-medium-latest = 128000 16384 2/5 tsrD C 2025-03-17 Magistral Medium
        magistral-small = 128000 128000 0.5/1.5 tsrD D 2025-03-17 Magistral Small
        codestral-latest = 256000 4096 0.3/0.9 tsD Ea11.1 2024-05-29 Codestral
        mistral-embed = 8000 1024 0.1/0 E E 2023-12-11 Mistral Embed
        devstral-latest devstral-2 262144 262144 0.4/2 tsDx Di23.7 2025-12-09 Devstral 2
        devstral-2512 devstral-2 262144 262144 0.4/2 tsDx Di23.7 2025-12-09 Devstral 2
        ministral-8b-latest = 128000 128000 0.1/0.1 tsD F 2024-10-01 Ministral 8B
        ministral-3b-latest = 128000 128000 0.04/0.04 tsD G 2024-10-01 Ministral 3B
        mistral-nemo = 128000 128000 0.15/0.15 tsD F 2024-07-01 Mistral Nemo
        pixtral-large-latest = 128000 128000 2/6 itsD E 2024-11-01 Pixtral Large

        @deepseek openai https://api.deepseek.com DEEPSEEK_API_KEY DEEPSEEK_BASE_URL o https://api-docs.deepseek.com DeepSeek
        deepseek-v4-pro = 1000000 384000 0.435/0.87/0.003625 trD Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek-v4-flash = 1000000 384000 0.14/0.28/0.0028 trD Cv79 2026-04-24 DeepSeek V4 Flash
        deepseek-chat = 1000000 384000 0.14/0.28/0.0028 tD Ca70.2 2025-12-01 DeepSeek Chat
        deepseek-reasoner = 1000000 384000 0.14/0.28/0.0028 trD Ca74.2 2025-12-01 DeepSeek Reasoner

        @cohere openai https://api.cohere.ai/compatibility/v1 COHERE_API_KEY,CO_API_KEY COHERE_BASE_URL uo https://docs.cohere.com/docs/compatibility-api Cohere
        command-a-plus-05-2026 command-a-plus 128000 64000 2.5/10 itr D 2026-05-20 Command A Plus
        command-a-03-2025 command-a 256000 8000 2.5/10 t Ea12 2025-03-13 Command A
        command-a-reasoning-08-2025 command-a-reasoning 256000 32000 2.5/10 tr D 2025-08-21 Command A Reasoning
        command-a-vision-07-2025 command-a-vision 128000 8000 2.5/10 i E 2025-07-31 Command A Vision
        command-r-plus-08-2024 command-r-plus 128000 4000 2.5/10 t F 2024-08-30 Command R+
        command-r-08-2024 command-r 128000 4000 0.15/0.6 t F 2024-08-30 Command R
        command-r7b-12-2024 command-r7b 128000 4000 0.0375/0.15 t G 2024-12-02 Command R7B
        north-mini-code-1-0 north-mini-code 256000 64000 0/0 tr F 2026-06-09 North Mini Code

        @perplexity openai https://api.perplexity.ai PERPLEXITY_API_KEY,PPLX_API_KEY PERPLEXITY_BASE_URL u https://docs.perplexity.ai Perplexity
        sonar-pro = 200000 8192 3/15 isD Ds22.6 2024-01-01 Sonar Pro
        sonar = 128000 4096 1/1 sD Es22.9 2024-01-01 Sonar
        sonar-reasoning-pro = 128000 4096 2/8 isrD D 2024-01-01 Sonar Reasoning Pro
        sonar-deep-research = 128000 32768 2/8 srTD C 2025-02-01 Perplexity Sonar Deep Research

        @moonshotai openai https://api.moonshot.ai/v1 MOONSHOT_API_KEY MOONSHOT_BASE_URL - https://platform.moonshot.ai/docs Moonshot AI
        kimi-k2.7-code = 262144 262144 0.95/4/0.19 itsrTD B 2026-06-12 Kimi K2.7 Code
        kimi-k2.7-code-highspeed = 262144 262144 1.9/8/0.38 itsrTD B 2026-06-12 Kimi K2.7 Code HighSpeed
        kimi-k2.6 = 262144 262144 0.95/4/0.16 itsrD Bv80.2 2026-04-21 Kimi K2.6
        kimi-k2.5 = 262144 262144 0.6/3/0.1 itsrTD Cv70.8 2026-01 Kimi K2.5
        kimi-k2-thinking = 262144 262144 0.6/2.5/0.15 trD Cv71.3 2025-11-06 Kimi K2 Thinking
        kimi-k2-thinking-turbo = 262144 262144 1.15/8/0.15 trD C 2025-11-06 Kimi K2 Thinking Turbo

        @zai openai https://api.z.ai/api/paas/v4 ZAI_API_KEY,ZHIPU_API_KEY ZAI_BASE_URL o https://docs.z.ai Z.AI
        glm-5.2 = 1000000 131072 1.4/4.4/0.26 trD B 2026-06-13 GLM-5.2
        glm-5.1 = 200000 131072 1.4/4.4/0.26 trD B 2026-04-07 GLM-5.1
        glm-5 = 204800 131072 1/3.2/0.2 trD Cv72.8 2026-02-12 GLM-5
        glm-5-turbo = 200000 131072 1.2/4/0.24 trD C 2026-03-16 GLM-5-Turbo
        glm-5v-turbo = 200000 131072 1.2/4/0.24 itrD C 2026-04-01 GLM-5V-Turbo
        glm-4.7 = 204800 131072 0.6/2.2/0.11 trD Cv73.8 2025-12-22 GLM-4.7
        glm-4.7-flash = 200000 131072 0/0 trD Ev59.2 2026-01-19 GLM-4.7-Flash
        glm-4.7-flashx glm-4.7-flash 200000 131072 0.07/0.4/0.01 trD Ev59.2 2026-01-19 GLM-4.7-FlashX
        glm-4.6 = 204800 131072 0.6/2.2/0.11 trD Di29.5,p9.67 2025-09-30 GLM-4.6
        glm-4.6v = 128000 32768 0.3/0.9 itrD D 2025-12-08 GLM-4.6V
        glm-4.5-air = 131072 98304 0.2/1.1/0.03 trD Ei23.8 2025-07-28 GLM-4.5-Air

        @minimax anthropic https://api.minimax.io/anthropic MINIMAX_API_KEY MINIMAX_BASE_URL p https://platform.minimax.io/docs MiniMax
        MiniMax-M3 minimax-m3 1000000 128000 0.3/1.2/0.06>512000:0.6/2.4/0.12 itrD B 2026-06-01 MiniMax-M3
        MiniMax-M2.7 minimax-m2.7 204800 131072 0.3/1.2/0.06/0.375 trD C 2026-03-18 MiniMax-M2.7
        MiniMax-M2.7-highspeed minimax-m2.7 204800 131072 0.6/2.4/0.06/0.375 trD C 2026-03-18 MiniMax-M2.7-highspeed
        MiniMax-M2.5 minimax-m2.5 204800 131072 0.3/1.2/0.03/0.375 trD Cv75.8 2026-02-12 MiniMax-M2.5

        @alibaba openai https://dashscope-intl.aliyuncs.com/compatible-mode/v1 DASHSCOPE_API_KEY DASHSCOPE_BASE_URL o https://www.alibabacloud.com/help/en/model-studio Alibaba
        qwen3.7-max = 1000000 65536 2.5/7.5/0.5/3.125 tr B 2026-05-21 Qwen3.7 Max
        qwen3.7-plus = 1000000 65536 0.5/3/0.05/0.625>256000:2/6/0.2/2.5 itr C 2026-06-02 Qwen3.7 Plus
        qwen3.6-plus = 1000000 65536 0.5/3/0.05/0.625>256000:2/6/0.2/2.5 itr C 2026-04-02 Qwen3.6 Plus
        qwen3.6-flash = 1000000 65536 0.1875/1.125/-/0.234375 itr D 2026-04-27 Qwen3.6 Flash
        qwen3.6-27b = 262144 65536 0.6/3.6 itr Cv77.2 2026-04-22 Qwen3.6 27B
        qwen3.6-35b-a3b = 262144 65536 0.248/1.485 itr Dv73.4 2026-04-17 Qwen3.6 35B-A3B
        qwen3.5-397b-a17b = 262144 65536 0.6/3.6 itr Cv76.4 2026-02-15 Qwen3.5 397B-A17B
        qwen3-max = 262144 65536 1.2/6 t Ci26.4 2025-09-23 Qwen3 Max
        qwen3-vl-plus = 262144 32768 0.2/1.6 itr D 2025-09-23 Qwen3-VL Plus
        qwen3-coder-plus = 1048576 65536 1/5 t C 2025-07-23 Qwen3 Coder Plus
        qwen3-coder-flash = 1000000 65536 0.3/1.5 t D 2025-07-28 Qwen3 Coder Flash
        qwen3-coder-480b-a35b-instruct qwen3-coder-480b 262144 65536 1.5/7.5 t Cp38.7 2025-04 Qwen3-Coder 480B-A35B Instruct
        qwen-plus = 1000000 32768 0.4/1.2 tr D 2024-01-25 Qwen Plus
        qwen-flash = 1000000 32768 0.05/0.4 tr E 2025-07-28 Qwen Flash
        qwen3-32b = 131072 16384 0.7/2.8 tr Ea40 2025-04 Qwen3 32B

        @groq openai https://api.groq.com/openai/v1 GROQ_API_KEY GROQ_BASE_URL c https://console.groq.com/docs Groq
        llama-3.3-70b-versatile llama-3.3-70b 131072 32768 0.59/0.79 t Ei10.7 2024-12-06 Llama 3.3 70B
        llama-3.1-8b-instant llama-3.1-8b 131072 131072 0.05/0.08 t F 2024-07-23 Llama 3.1 8B
        meta-llama/llama-4-scout-17b-16e-instruct llama-4-scout 131072 8192 0.11/0.34 itsv E 2025-04-05 Llama 4 Scout 17B 16E
        openai/gpt-oss-120b gpt-oss-120b 131072 65536 0.15/0.6/0.075 tsr D 2025-08-05 GPT OSS 120B
        openai/gpt-oss-20b gpt-oss-20b 131072 65536 0.075/0.3/0.0375 tsr E 2025-08-05 GPT OSS 20B
        qwen/qwen3-32b qwen3-32b 131072 40960 0.29/0.59 trv Ea40 2025-06-11 Qwen3-32B
        !provider-prices 2026-05
        whisper-large-v3 = 448 448 s:30.833334/0~ W D 2023-09-01 Whisper Large V3
        whisper-large-v3-turbo = 448 448 s:11.111112/0~ W E 2024-10-01 Whisper Large V3 Turbo
        !models.dev 2026-07

        @cerebras openai https://api.cerebras.ai/v1 CEREBRAS_API_KEY CEREBRAS_BASE_URL c https://inference-docs.cerebras.ai Cerebras
        gpt-oss-120b = 131072 40960 0.35/0.75 tsr D 2025-08-05 GPT OSS 120B
        zai-glm-4.7 glm-4.7 131072 40960 2.25/2.75 tsrv Cv73.8 2026-01-07 Z.AI GLM-4.7

        @togetherai openai https://api.together.xyz/v1 TOGETHER_API_KEY TOGETHER_BASE_URL - https://docs.together.ai Together AI
        meta-llama/Llama-3.3-70B-Instruct-Turbo llama-3.3-70b 131072 131072 0.88/0.88 ts Ei10.7 2024-12-06 Llama 3.3 70B
        deepseek-ai/DeepSeek-V4-Pro deepseek-v4-pro 512000 384000 1.74/3.48/0.2 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        moonshotai/Kimi-K2.7-Code kimi-k2.7-code 262144 131072 0.95/4/0.19 tsr B 2026-06-14 Kimi K2.7 Code
        moonshotai/Kimi-K2.6 kimi-k2.6 262144 131000 1.2/4.5/0.2 itsr Bv80.2 2026-04-21 Kimi K2.6
        zai-org/GLM-5.2 glm-5.2 262144 164000 1.4/4.4/0.26 tsr B 2026-06-16 GLM-5.2
        zai-org/GLM-5.1 glm-5.1 202752 131072 1.4/4.4 tsr B 2026-04-07 GLM-5.1
        MiniMaxAI/MiniMax-M3 minimax-m3 524288 250000 0.3/1.2/0.06 itsr B 2026-06-12 MiniMax-M3
        MiniMaxAI/MiniMax-M2.7 minimax-m2.7 202752 131072 0.3/1.2/0.06 tsr C 2026-03-18 MiniMax-M2.7
        Qwen/Qwen3.5-397B-A17B qwen3.5-397b-a17b 262144 130000 0.6/3.6 itsr Cv76.4 2026-02-16 Qwen3.5 397B A17B
        nvidia/nemotron-3-ultra-550b-a55b nemotron-3-ultra 512300 512300 0.6/3.6/0.2 tsr C 2026-06-04 Nemotron 3 Ultra 550B A55B
        google/gemma-4-31B-it gemma-4-31b 262144 131072 0.39/0.97 itsr D 2026-04-07 Gemma 4 31B Instruct
        openai/gpt-oss-120b gpt-oss-120b 131072 131072 0.15/0.6 tsr D 2025-08-05 GPT OSS 120B
        openai/gpt-oss-20b gpt-oss-20b 131072 131072 0.05/0.2 tsr E 2025-08-05 GPT OSS 20B

        @fireworks-ai openai https://api.fireworks.ai/inference/v1 FIREWORKS_API_KEY FIREWORKS_BASE_URL - https://docs.fireworks.ai Fireworks AI
        accounts/fireworks/models/deepseek-v4-pro deepseek-v4-pro 1000000 384000 1.74/3.48/0.145 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        accounts/fireworks/models/deepseek-v4-flash deepseek-v4-flash 1000000 384000 0.14/0.28/0.028 tsr Cv79 2026-04-24 DeepSeek V4 Flash
        accounts/fireworks/models/glm-5p2 glm-5.2 1048575 131072 1.4/4.4/0.26 tsr B 2026-06-16 GLM 5.2
        accounts/fireworks/models/glm-5p1 glm-5.1 202800 131072 1.4/4.4/0.26 tsr B 2026-04-01 GLM 5.1
        accounts/fireworks/models/kimi-k2p7-code kimi-k2.7-code 262000 262000 0.95/4/0.19 itsr B 2026-06-12 Kimi K2.7 Code
        accounts/fireworks/models/kimi-k2p6 kimi-k2.6 262000 262000 0.95/4/0.16 itsr Bv80.2 2026-04-17 Kimi K2.6
        accounts/fireworks/models/minimax-m3 minimax-m3 512000 512000 0.3/1.2/0.06 tsr B 2026-06-12 MiniMax-M3
        accounts/fireworks/models/minimax-m2p7 minimax-m2.7 196608 196608 0.3/1.2/0.06 tsr C 2026-04-12 MiniMax-M2.7
        accounts/fireworks/models/qwen3p7-plus qwen3.7-plus 262144 65536 0.4/1.6/0.08 itsr C 2026-06-12 Qwen 3.7 Plus
        accounts/fireworks/models/gpt-oss-120b gpt-oss-120b 131072 32768 0.15/0.6/0.015 tsr D 2025-08-05 GPT OSS 120B
        accounts/fireworks/models/gpt-oss-20b gpt-oss-20b 131072 32768 0.07/0.3/0.035 tsr E 2025-08-05 GPT OSS 20B

        @deepinfra openai https://api.deepinfra.com/v1/openai DEEPINFRA_API_KEY DEEPINFRA_BASE_URL - https://deepinfra.com/docs Deep Infra
        deepseek-ai/DeepSeek-V4-Pro deepseek-v4-pro 1048576 16384 1.3/2.6/0.1 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek-ai/DeepSeek-V4-Flash deepseek-v4-flash 1048576 16384 0.1/0.2/0.02 tsr Cv79 2026-04-24 DeepSeek V4 Flash
        deepseek-ai/DeepSeek-V3.2 deepseek-v3.2 163840 64000 0.26/0.38/0.13 tr C 2025-12-02 DeepSeek-V3.2
        moonshotai/Kimi-K2.7-Code kimi-k2.7-code 262144 262144 0.74/3.5/0.15 itsrT B 2026-06-12 Kimi K2.7 Code
        moonshotai/Kimi-K2.6 kimi-k2.6 262144 16384 0.75/3.5/0.15 itsr Bv80.2 2026-04-21 Kimi K2.6
        zai-org/GLM-5.2 glm-5.2 1048576 32768 0.95/3/0.18 tsr B 2026-06-13 GLM-5.2
        zai-org/GLM-5.1 glm-5.1 202752 16384 1.05/3.5/0.205 tsr B 2026-04-07 GLM-5.1
        zai-org/GLM-4.7 glm-4.7 202752 16384 0.4/1.75/0.08 tr Cv73.8 2025-12-22 GLM-4.7
        zai-org/GLM-4.7-Flash glm-4.7-flash 202752 16384 0.06/0.4 tr Ev59.2 2026-01-19 GLM-4.7-Flash
        Qwen/Qwen3.5-397B-A17B qwen3.5-397b-a17b 262144 81920 0.45/3/0.22 itr Cv76.4 2026-02-01 Qwen 3.5 397B A17B
        Qwen/Qwen3.6-35B-A3B qwen3.6-35b-a3b 262144 81920 0.15/0.95 itr Dv73.4 2026-04-01 Qwen3.6 35B A3B
        google/gemma-4-31B-it gemma-4-31b 262144 32768 0.13/0.38 itsr D 2026-04-02 Gemma 4 31B IT
        google/gemma-4-26B-A4B-it gemma-4-26b-a4b 262144 32768 0.07/0.34 itsr E 2026-04-02 Gemma 4 26B A4B IT
        meta-llama/Llama-3.3-70B-Instruct-Turbo llama-3.3-70b 131072 16384 0.1/0.32 t Ei10.7 2024-12-06 Llama 3.3 70B Turbo
        meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 llama-4-maverick 1048576 16384 0.15/0.6 i Ea15.6,p5.24 2025-04-05 Llama 4 Maverick 17B FP8
        meta-llama/Llama-4-Scout-17B-16E-Instruct llama-4-scout 327680 16384 0.1/0.3 it E 2025-04-05 Llama 4 Scout 17B
        openai/gpt-oss-120b gpt-oss-120b 131072 16384 0.039/0.19 tr D 2025-08-05 GPT OSS 120B
        openai/gpt-oss-20b gpt-oss-20b 131072 16384 0.03/0.14 tr E 2025-08-05 GPT OSS 20B

        @nebius openai https://api.tokenfactory.nebius.com/v1 NEBIUS_API_KEY NEBIUS_BASE_URL - https://docs.tokenfactory.nebius.com Nebius
        deepseek-ai/DeepSeek-V4-Pro deepseek-v4-pro 1000000 384000 1.75/3.5/0.15 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        zai-org/GLM-5.2 glm-5.2 432000 432000 1.4/4.4 tsr B 2026-06-13 GLM-5.2
        Qwen/Qwen3.5-397B-A17B qwen3.5-397b-a17b 262144 8192 0.6/3.6/0.06/0.75 tsr Cv76.4 2025-07-15 Qwen3.5-397B-A17B
        NousResearch/Hermes-4-405B hermes-4-405b 128000 8192 1/3/0.1/1.25 tsr D 2026-01-30 Hermes-4-405B
        meta-llama/Llama-3.3-70B-Instruct llama-3.3-70b 128000 8192 0.13/0.4/0.013/0.16 ts Ei10.7 2025-12-05 Llama-3.3-70B-Instruct
        openai/gpt-oss-120b gpt-oss-120b 128000 8192 0.15/0.6/0.015/0.18 tsr D 2026-01-10 gpt-oss-120b
        nvidia/nemotron-3-super-120b-a12b nemotron-3-super 256000 32768 0.3/0.9 tsr D 2026-03-11 Nemotron-3-Super-120B-A12B

        @novita-ai openai https://api.novita.ai/openai/v1 NOVITA_API_KEY NOVITA_BASE_URL - https://novita.ai/docs NovitaAI
        deepseek/deepseek-v4-pro deepseek-v4-pro 1048576 393216 1.69/3.38/0.13 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek/deepseek-v4-flash deepseek-v4-flash 1048576 393216 0.14/0.28/0.028 tsr Cv79 2026-04-24 DeepSeek V4 Flash
        moonshotai/kimi-k2.6 kimi-k2.6 262144 262144 0.95/4/0.16 itsr Bv80.2 2026-04-21 Kimi K2.6
        zai-org/glm-5.2 glm-5.2 1048576 131072 1.4/4.4/0.26 tsr B 2026-06-13 GLM-5.2
        minimax/minimax-m2.7 minimax-m2.7 204800 131072 0.3/1.2/0.06 tsr C 2026-03-18 MiniMax M2.7
        qwen/qwen3.7-max qwen3.7-max 1000000 65536 1.25/3.75/0.125/1.5625 tsr B 2026-05-21 Qwen3.7-Max
        qwen/qwen3-coder-480b-a35b-instruct qwen3-coder-480b 262144 65536 0.3/1.3 ts Cp38.7 2025-07-23 Qwen3 Coder 480B A35B Instruct
        google/gemma-4-31b-it gemma-4-31b 262144 131072 0.14/0.4 itsr D 2026-04-02 Gemma 4 31B
        meta-llama/llama-3.3-70b-instruct llama-3.3-70b 131072 120000 0.135/0.4 t Ei10.7 2024-12-07 Llama 3.3 70B Instruct
        openai/gpt-oss-120b gpt-oss-120b 131072 32768 0.05/0.25 itsr D 2025-08-06 OpenAI GPT OSS 120B

        @siliconflow openai https://api.siliconflow.com/v1 SILICONFLOW_API_KEY SILICONFLOW_BASE_URL o https://docs.siliconflow.com SiliconFlow
        deepseek-ai/DeepSeek-V4-Pro deepseek-v4-pro 1000000 384000 1.74/3.48/0.145 tr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek-ai/DeepSeek-V4-Flash deepseek-v4-flash 1000000 384000 0.14/0.28/0.028 tr Cv79 2026-04-24 DeepSeek V4 Flash
        moonshotai/Kimi-K2.6 kimi-k2.6 262000 262000 0.77/4/0.2 itr Bv80.2 2026-04-21 Kimi-K2.6
        zai-org/GLM-5.2 glm-5.2 1049000 262000 1.4/4.4 tr B 2026-06-13 GLM-5.2
        Qwen/Qwen3.6-27B qwen3.6-27b 262144 262144 0.3/3.2 t Cv77.2 2026-04-22 Qwen3.6 27B
        stepfun-ai/Step-3.5-Flash step-3.5-flash 262000 262000 0.1/0.3 tr Di31.6,v74.4 2026-02-11 Step-3.5-Flash
        google/gemma-4-31B-it gemma-4-31b 262144 262144 0.13/0.4 t D 2026-04-02 Gemma 4 31B IT

        @nvidia openai https://integrate.api.nvidia.com/v1 NVIDIA_API_KEY NVIDIA_BASE_URL - https://docs.api.nvidia.com/nim Nvidia
        nvidia/nemotron-3-ultra-550b-a55b nemotron-3-ultra 1000000 65536 0.5/2.5/0.15 tsr C 2026-06-04 Nemotron 3 Ultra 550B A55B
        nvidia/nemotron-3-super-120b-a12b nemotron-3-super 262144 262144 0.2/0.8 tr D 2026-03-11 Nemotron 3 Super
        deepseek-ai/deepseek-v4-pro deepseek-v4-pro 1048576 393216 0.435/0.87/0.003625 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek-ai/deepseek-v4-flash deepseek-v4-flash 1048576 393216 0.14/0.28/0.0028 tsr Cv79 2026-04-24 DeepSeek V4 Flash
        meta/llama-3.3-70b-instruct llama-3.3-70b 128000 4096 0/0~ ts Ei10.7 2024-11-26 Llama 3.3 70b Instruct
        meta/llama-4-maverick-17b-128e-instruct llama-4-maverick 128000 4096 0/0~ its Ea15.6,p5.24 2025-04-01 Llama 4 Maverick 17b 128e Instruct
        openai/gpt-oss-120b gpt-oss-120b 128000 8192 0/0~ tsr D 2025-08-04 GPT-OSS-120B

        @huggingface openai https://router.huggingface.co/v1 HF_TOKEN HF_BASE_URL - https://huggingface.co/docs/inference-providers Hugging Face
        deepseek-ai/DeepSeek-V4-Pro deepseek-v4-pro 1048576 393216 0.435/0.87/0.003625 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek-ai/DeepSeek-V4-Flash deepseek-v4-flash 1048576 384000 0.14/0.28 tsr Cv79 2026-04-24 DeepSeek V4 Flash
        moonshotai/Kimi-K2.6 kimi-k2.6 262144 262144 0.95/4/0.16 itsr Bv80.2 2026-04-20 Kimi-K2.6
        zai-org/GLM-5.2 glm-5.2 262144 131072 1.4/4.4 tsr B 2026-06-13 GLM-5.2
        Qwen/Qwen3.6-27B qwen3.6-27b 262144 65536 0.47/3.19~ itsr Cv77.2 2026-04-22 Qwen3.6 27B
        Qwen/Qwen3-Coder-Next qwen3-coder-next 262144 65536 0.2/1.5~ ts D 2026-02-03 Qwen3-Coder-Next
        MiniMaxAI/MiniMax-M3 minimax-m3 524288 128000 0.3/1.2 itsr B 2026-06-01 MiniMax-M3
        google/gemma-4-31B-it gemma-4-31b 262144 32768 0.14/0.4~ itsr D 2026-04-02 Gemma 4 31B IT
        meta-llama/Llama-3.3-70B-Instruct llama-3.3-70b 131072 4096 0.59/0.79~ ts Ei10.7 2024-12-06 Llama-3.3-70B-Instruct
        openai/gpt-oss-120b gpt-oss-120b 131072 32768 0.25/0.69~ tsr D 2025-08-05 GPT OSS 120B

        @openrouter openai https://openrouter.ai/api/v1 OPENROUTER_API_KEY OPENROUTER_BASE_URL - https://openrouter.ai/docs OpenRouter
        openai/gpt-5.5 gpt-5.5 1050000 128000 5/30/0.5 itsrTP Sp58.6,t78.2 2026-04-23 GPT-5.5
        openai/gpt-5.4 gpt-5.4 1050000 128000 2.5/15/0.25 itsrTP Ap59.1 2026-03-05 GPT-5.4
        openai/gpt-5.4-mini gpt-5.4-mini 400000 128000 0.75/4.5/0.075 itsrTP C 2026-03-17 GPT-5.4 mini
        openai/gpt-5.4-nano gpt-5.4-nano 400000 128000 0.2/1.25/0.02 itsrTP D 2026-03-17 GPT-5.4 nano
        anthropic/claude-opus-4.8 claude-opus-4-8 1000000 128000 5/25/0.5/6.25 itsrTD Sp69.2,t74.6 2026-05-28 Claude Opus 4.8
        anthropic/claude-opus-4.7 claude-opus-4-7 1000000 128000 5/25/0.5/6.25>200000:10/37.5/1/12.5 itsrTD Ap64.3,t66.1 2026-04-16 Claude Opus 4.7
        anthropic/claude-sonnet-5 claude-sonnet-5 1000000 128000 2/10/0.2/2.5 itsrTD A 2026-06-30 Claude Sonnet 5
        anthropic/claude-sonnet-4.6 claude-sonnet-4-6 1000000 128000 3/15/0.3/3.75>200000:6/22.5/0.6/7.5 itsrD B 2026-02-17 Claude Sonnet 4.6
        anthropic/claude-haiku-4.5 claude-haiku-4-5 200000 64000 1/5/0.1/1.25 itsrD Cp39.45 2025-10-15 Claude Haiku 4.5
        google/gemini-3.5-flash gemini-3.5-flash 1048576 65536 1.5/9/0.15 itsr B 2026-05-19 Gemini 3.5 Flash
        google/gemini-3.1-pro-preview gemini-3.1-pro-preview 1048576 65536 2/12/0.2>200000:4/18/0.4 itsrv Ap54.2,t70.3 2026-02-19 Gemini 3.1 Pro Preview
        google/gemini-3.1-flash-lite gemini-3.1-flash-lite 1048576 65536 0.25/1.5/0.025 itsr D 2026-05-07 Gemini 3.1 Flash Lite
        x-ai/grok-4.3 grok-4.3 1000000 1000000 1.25/2.5/0.2>200000:2.5/5/0.4 itsrP B 2026-04-17 Grok 4.3
        deepseek/deepseek-v4-pro deepseek-v4-pro 1048576 384000 0.435/0.87/0.003625 tsr Bv80.6 2026-04-24 DeepSeek V4 Pro
        deepseek/deepseek-v4-flash deepseek-v4-flash 1048575 65536 0.098/0.196/0.02~ tsr Cv79 2026-04-24 DeepSeek V4 Flash
        deepseek/deepseek-v3.2 deepseek-v3.2 128000 64000 0.2288/0.3432/0.02288~ tsr C 2025-12-01 DeepSeek V3.2
        moonshotai/kimi-k2.7-code kimi-k2.7-code 262144 16384 0.74/3.5/0.15~ itsr B 2026-06-12 Kimi K2.7 Code
        moonshotai/kimi-k2.6 kimi-k2.6 262144 262144 0.55/3.2/0.11~ itsr Bv80.2 2026-04-21 Kimi K2.6
        z-ai/glm-5.2 glm-5.2 1048576 32768 0.93/3/0.18~ tsr B 2026-06-13 GLM-5.2
        z-ai/glm-5.1 glm-5.1 65536 128000 0.975/4.3~ tsr B 2026-04-07 GLM-5.1
        minimax/minimax-m3 minimax-m3 524288 512000 0.3/1.2/0.06 itsr B 2026-06-01 MiniMax-M3
        minimax/minimax-m2.7 minimax-m2.7 196608 196608 0.18/0.72~ tsr C 2026-03-18 MiniMax-M2.7
        qwen/qwen3.7-max qwen3.7-max 1000000 65536 1.25/3.75/0.25/1.5625~ tsr B 2026-05-21 Qwen3.7 Max
        qwen/qwen3.7-plus qwen3.7-plus 1000000 65536 0.32/1.28/0.064/0.4~ itsr C 2026-06-02 Qwen3.7 Plus
        qwen/qwen3-coder-next qwen3-coder-next 262144 262144 0.11/0.8/0.07~ ts D 2026-02-04 Qwen3 Coder Next
        mistralai/mistral-medium-3-5 mistral-medium-3.5 262144 262144 1.5/7.5 itsr Bv77.6 2026-04-30 Mistral Medium 3.5
        mistralai/mistral-small-2603 mistral-small-4 262144 262144 0.15/0.6/0.015 itsr Di24.3 2026-03-16 Mistral Small 4
        xiaomi/mimo-v2.5-pro mimo-v2.5-pro 1048576 131072 0.435/0.87/0.0036~ tsr Bv78.9 2026-04-22 MiMo-V2.5-Pro
        stepfun/step-3.5-flash step-3.5-flash 262144 65536 0.1/0.3~ tr Di31.6,v74.4 2026-01-29 Step 3.5 Flash
        nvidia/nemotron-3-super-120b-a12b nemotron-3-super 262144 16384 0.085/0.4~ tsr D 2026-03-11 Nemotron 3 Super 120B A12B
        google/gemma-4-31b-it gemma-4-31b 262144 262144 0.12/0.35/0.09~ itsr D 2026-04-02 Gemma 4 31B IT
        meta-llama/llama-3.3-70b-instruct llama-3.3-70b 131072 16384 0.1/0.32~ ts Ei10.7 2024-12-06 Llama-3.3-70B-Instruct
        meta-llama/llama-4-maverick llama-4-maverick 1048576 16384 0.15/0.6~ its Ea15.6,p5.24 2025-04-05 Llama 4 Maverick
        openai/gpt-oss-120b gpt-oss-120b 131072 131072 0.03/0.15~ tsr D 2025-08-05 GPT OSS 120B
        openai/gpt-oss-20b gpt-oss-20b 131072 131072 0.029/0.14~ tsr E 2025-08-05 gpt-oss-20b

        @vercel openai https://ai-gateway.vercel.sh/v1 AI_GATEWAY_API_KEY AI_GATEWAY_BASE_URL - https://vercel.com/docs/ai-gateway Vercel AI Gateway
        openai/gpt-5.5 gpt-5.5 1000000 128000 5/30/0.5 itsrTP Sp58.6,t78.2 2026-04-24 GPT 5.5
        openai/gpt-5.4 gpt-5.4 1050000 128000 2.5/15/0.25 itsrTP Ap59.1 2026-03-05 GPT 5.4
        openai/gpt-5.4-mini gpt-5.4-mini 400000 128000 0.75/4.5/0.075 itsrTP C 2026-03-17 GPT 5.4 Mini
        anthropic/claude-opus-4.8 claude-opus-4-8 1000000 128000 5/25/0.5/6.25 itrD Sp69.2,t74.6 2026-05-28 Claude Opus 4.8
        anthropic/claude-sonnet-5 claude-sonnet-5 1000000 128000 2/10/0.2/2.5 itrD A 2026-06-29 Claude Sonnet 5
        anthropic/claude-haiku-4.5 claude-haiku-4-5 200000 64000 1/5/0.1/1.25 itrD Cp39.45 2025-10-15 Claude Haiku 4.5
        google/gemini-3.5-flash gemini-3.5-flash 1000000 64000 1.5/9/0.15 itsr B 2026-05-19 Gemini 3.5 Flash
        google/gemini-3.1-pro-preview gemini-3.1-pro-preview 1000000 64000 2/12/0.2 itsrv Ap54.2,t70.3 2025-11-18 Gemini 3.1 Pro Preview
        xai/grok-4.3 grok-4.3 1000000 1000000 1.25/2.5/0.2 itsrP B 2026-04-30 Grok 4.3
        deepseek/deepseek-v4-pro deepseek-v4-pro 1000000 384000 0.435/0.87/0.0036 tsr Bv80.6 2026-04-23 DeepSeek V4 Pro
        deepseek/deepseek-v4-flash deepseek-v4-flash 1000000 384000 0.14/0.28/0.0028 tsr Cv79 2026-04-23 DeepSeek V4 Flash
        moonshotai/kimi-k2.6 kimi-k2.6 262000 262000 0.95/4/0.16 itsr Bv80.2 2026-04-20 Kimi K2.6
        zai/glm-5.2 glm-5.2 1000000 128000 1.5/4.5/0.3~ tsr B 2026-06-16 GLM 5.2
        minimax/minimax-m3 minimax-m3 1000000 1000000 0.3/1.2/0.06 itr B 2026-05-31 MiniMax M3
        alibaba/qwen3.7-max qwen3.7-max 991000 64000 1.25/3.75/0.25/1.5625~ tr B 2026-05-21 Qwen 3.7 Max
        mistral/mistral-medium-3.5 mistral-medium-3.5 256000 256000 1.5/7.5 itr Bv77.6 2026-04-29 Mistral Medium Latest
        openai/gpt-oss-120b gpt-oss-120b 131072 131072 0.1/0.5~ tsr D 2025-08-05 GPT OSS 120B

        @github-models openai https://models.github.ai/inference GITHUB_TOKEN GITHUB_MODELS_BASE_URL - https://docs.github.com/en/github-models GitHub Models
        openai/gpt-4.1 gpt-4.1 128000 16384 0/0~ its Da52.4 2025-04-14 GPT-4.1
        openai/gpt-4.1-mini gpt-4.1-mini 128000 16384 0/0~ its Ea32.4 2025-04-14 GPT-4.1-mini
        openai/gpt-4o gpt-4o 128000 16384 0/0~ its Da18.2,i16.7 2024-05-13 GPT-4o
        openai/gpt-4o-mini gpt-4o-mini 128000 16384 0/0~ its Ea3.6,s22.9 2024-07-18 GPT-4o mini
        meta/llama-3.3-70b-instruct llama-3.3-70b 128000 32768 0/0~ tr Ei10.7 2024-12-06 Llama-3.3-70B-Instruct
        meta/llama-4-maverick-17b-128e-instruct-fp8 llama-4-maverick 128000 8192 0/0~ itr Ea15.6,p5.24 2025-01-31 Llama 4 Maverick 17B 128E Instruct FP8
        microsoft/phi-4 phi-4 16000 4096 0/0~ tr F 2024-12-11 Phi-4

        @ollama ollama http://127.0.0.1:11434 OLLAMA_API_KEY OLLAMA_HOST l https://docs.ollama.com/api Ollama

        @lmstudio openai http://127.0.0.1:1234/v1 LMSTUDIO_API_KEY LMSTUDIO_BASE_URL l https://lmstudio.ai/docs LM Studio

        @llamacpp openai http://127.0.0.1:8080/v1 LLAMA_API_KEY LLAMACPP_BASE_URL l https://github.com/ggml-org/llama.cpp/tree/master/tools/server llama.cpp

        @vllm openai http://127.0.0.1:8000/v1 VLLM_API_KEY VLLM_BASE_URL l https://docs.vllm.ai vLLM

        @ai1net ai1net - AI1NET_API_KEY AI1NET_BASE_URL - - AI1NET
        """#
}
