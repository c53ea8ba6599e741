#!/usr/bin/env python3
"""Compiles the test contracts to the JSON files beside them.

    compile.py           writes them
    compile.py --check   compiles them anew and fails when the files say otherwise
"""

import json
import sys
from pathlib import Path

import vyper
from vyper.compiler import compile_code
from vyper.compiler.settings import OptimizationLevel, Settings

CONTRACTS = Path(__file__).resolve().parent / "contracts"


def compiled(source):
    """The JSON text of a compiled contract."""
    settings = Settings(optimize=OptimizationLevel.GAS, evm_version="cancun")
    output = compile_code(
        source.read_text(), contract_path=source.name, output_formats=["abi", "bytecode"], settings=settings
    )
    fields = {
        "contract": source.stem,
        "compiler": f"vyper {vyper.__version__}",
        "evmVersion": "cancun",
        "bytecode": output["bytecode"],
        "abi": output["abi"],
    }
    return json.dumps(fields, indent=1) + "\n"


def main():
    """Writes or compares; returns the exit status."""
    checks, failed, passed = sys.argv[1:] == ["--check"], 0, 0
    if sys.argv[1:] and not checks:
        print(__doc__, file=sys.stderr)
        return 64
    for source in sorted(CONTRACTS.glob("*.vy")):
        target, text = source.with_suffix(".json"), compiled(source)
        if not checks:
            target.write_text(text)
        elif not target.is_file() or target.read_text() != text:
            print(f"{target.name} is not what {source.name} compiles to; run {Path(__file__).name}", file=sys.stderr)
            failed += 1
        else:
            passed += 1
    if checks:
        print(f"contracts: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
