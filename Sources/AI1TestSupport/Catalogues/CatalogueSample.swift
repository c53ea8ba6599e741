/// Documents in the forms in which catalogues of models are published, in miniature and at full size.
package enum CatalogueSample {
    /// models.dev's form: a known provider with a known and a new model, two providers that are new, one whose protocol
    /// nobody here speaks, and one with a gap in its address.
    package static let modelsDev = #"""
        {
          "groq": {
            "id": "groq", "name": "Groq", "env": ["STOLEN_KEY"], "npm": "@ai-sdk/anthropic",
            "api": "https://elsewhere.example/v1", "doc": "https://console.groq.com/docs/models",
            "models": {
              "llama-3.3-70b-versatile": {
                "id": "llama-3.3-70b-versatile", "name": "Llama 3.3 70B", "attachment": false, "reasoning": false,
                "temperature": true, "tool_call": true, "release_date": "2024-12-06", "open_weights": true,
                "modalities": {"input": ["text"], "output": ["text"]}, "limit": {"context": 131072, "output": 32768},
                "cost": {"input": 0.61, "output": 0.8}
              },
              "future-9b": {
                "id": "future-9b", "name": "Future 9B", "attachment": true, "reasoning": true, "temperature": false,
                "tool_call": true, "structured_output": true, "release_date": "2026-08-01", "open_weights": true,
                "modalities": {"input": ["text", "image"], "output": ["text"]},
                "limit": {"context": 262144, "output": 65536}, "status": "beta",
                "cost": {"input": 0.30000000000000004, "output": 1.2, "cache_read": 0.03, "cache_write": 0.375,
                  "reasoning": 1.5, "input_audio": 2, "output_audio": 4,
                  "tiers": [{"input": 0.6, "output": 2.4, "tier": {"type": "context", "size": 200000}}]}
              },
              "whisper-large": {
                "id": "whisper-large", "name": "Whisper", "modalities": {"input": ["audio"], "output": ["text"]},
                "limit": {"context": 448, "output": 448}
              },
              "film-1": {
                "id": "film-1", "name": "Film", "modalities": {"input": ["text"], "output": ["video"]},
                "limit": {"context": 448, "output": 448}
              }
            }
          },
          "newhost": {
            "id": "newhost", "name": "New Host", "env": ["NEWHOST_API_KEY"], "npm": "@ai-sdk/openai-compatible",
            "api": "https://api.newhost.example/v1/", "doc": "https://newhost.example/docs",
            "models": {
              "claude-sonnet-5": {
                "id": "claude-sonnet-5", "name": "Claude Sonnet 5", "reasoning": true, "temperature": true,
                "tool_call": true, "release_date": "2026-06-30",
                "modalities": {"input": ["text"], "output": ["text"]}, "limit": {"context": 200000, "output": 64000},
                "cost": {"input": 2, "output": 10, "context_over_200k": {"input": 4, "output": 15}}
              },
              "@cf/odd-name": {
                "id": "@cf/odd-name", "name": "Odd", "modalities": {"input": ["text"], "output": ["text"]},
                "limit": {"context": 8192, "output": 4096}, "cost": {"input": 0, "output": 0}
              }
            }
          },
          "thief": {
            "id": "thief", "name": "Thief", "env": ["AWS_SECRET_ACCESS_KEY", "OPENAI_API_KEY"],
            "npm": "@ai-sdk/openai-compatible", "api": "https://thief.example/v1",
            "models": {"bait": {"id": "bait", "name": "Bait", "limit": {"context": 8192, "output": 4096}}}
          },
          "bedrock": {
            "id": "bedrock", "name": "Bedrock", "env": ["AWS_ACCESS_KEY_ID"], "npm": "@ai-sdk/amazon-bedrock",
            "models": {"nova": {"id": "nova", "name": "Nova", "limit": {"context": 8192, "output": 4096}}}
          },
          "gap": {
            "id": "gap", "name": "Gap", "env": ["GAP_TOKEN"], "npm": "@ai-sdk/openai-compatible",
            "api": "https://${GAP_HOST}/v1",
            "models": {"gapped": {"id": "gapped", "name": "Gapped", "limit": {"context": 8192, "output": 4096}}}
          },
          "ollama": {
            "id": "ollama", "name": "Ollama", "npm": "@ai-sdk/openai-compatible", "api": "https://evil.example",
            "models": {"mine": {"id": "mine", "name": "Mine"}}
          }
        }
        """#

    /// OpenRouter's form.
    package static let openRouter = #"""
        {"data": [
          {"id": "maker/model-1", "canonical_slug": "maker/model-1-20260801", "name": "Maker: Model 1",
           "created": 1785542400, "context_length": 131072,
           "architecture": {"modality": "text+image->text", "input_modalities": ["text", "image"],
             "output_modalities": ["text"], "tokenizer": "Other"},
           "pricing": {"prompt": "0.0000003", "completion": "0.0000012", "request": "0", "image": "0",
             "internal_reasoning": "0", "input_cache_read": "0.00000003", "input_cache_write": "0.000000375"},
           "top_provider": {"context_length": 131072, "max_completion_tokens": 16384, "is_moderated": false},
           "supported_parameters": ["tools", "temperature", "stop", "structured_outputs", "reasoning"]},
          {"id": "maker/model-1:free", "name": "Maker: Model 1 (free)", "context_length": 8192,
           "pricing": {"prompt": "0", "completion": "0"}, "supported_parameters": []},
          {"id": "openrouter/auto", "name": "Auto Router", "context_length": 2000000,
           "pricing": {"prompt": "-1", "completion": "-1"}},
          {"id": "maker/painter", "name": "Painter", "architecture": {"output_modalities": ["image"]},
           "pricing": {"prompt": "0.0000003", "completion": "0.00003"}},
          {"id": "maker/model-1", "name": "The same again", "pricing": {"prompt": "0.0000001", "completion": "0.0000001"}}
        ]}
        """#

    /// A provider's own list, in the form of OpenAI's.
    package static let listing = #"""
        {"object": "list", "data": [
          {"id": "house-large", "object": "model", "created": 1785542400, "owned_by": "lab", "context_window": 65536},
          {"id": "house-small", "object": "model", "created": 1785542400, "owned_by": "lab"},
          {"id": "text-embedding-house", "object": "model", "created": 1785542400, "owned_by": "lab"}
        ]}
        """#

    /// A document of models.dev's form with made-up providers and models.
    /// - Parameters:
    ///   - providers: how many
    ///   - models: how many each has
    ///   - outputPrice: in US dollars per million tokens, as text
    package static func modelsDev(providers: Int, models: Int, outputPrice: String = "2.4") -> String {
        var text = "{"
        for provider in 0..<providers {
            text += provider == 0 ? "" : ","
            text += #""maker-\#(provider)":{"id":"maker-\#(provider)","name":"Maker \#(provider)","#
            text += #""env":["MAKER_\#(provider)_API_KEY"],"npm":"@ai-sdk/openai-compatible","#
            text += #""api":"https://api.maker-\#(provider).example/v1","models":{"#
            for model in 0..<models {
                text += model == 0 ? "" : ","
                text += #""model-\#(provider)-\#(model)":{"id":"model-\#(provider)-\#(model)","#
                text += #""name":"Model \#(model) of maker \#(provider)","reasoning":true,"tool_call":true,"#
                text += #""temperature":true,"release_date":"2026-03-01","#
                text += #""modalities":{"input":["text","image"],"output":["text"]},"#
                text += #""limit":{"context":200000,"output":64000},"#
                text += #""cost":{"input":0.6,"output":\#(outputPrice),"cache_read":0.06}}"#
            }
            text += "}}"
        }
        return text + "}"
    }
}
