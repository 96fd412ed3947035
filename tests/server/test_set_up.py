"""What `make` says when it cannot set up, before a long trace of another program can."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_a_python_without_ensurepip_is_said_in_one_line(tmp_path: Path) -> None:
    """As on Debian and Ubuntu, where that is a package of its own."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    python = tmp_path / "python"
    code = "import sys; sys.modules['ensurepip'] = None; exec(sys.argv[2])"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}" "$@"\n')
    python.chmod(0o755)
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # of the make around us
    command = ["make", f"PYTHON={python}", ".venv/.made"]
    done = subprocess.run(command, cwd=tmp_path, env=own, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout.count("\n") == 1
    assert "sudo apt-get install python3-venv" in done.stdout
    assert not (tmp_path / ".venv").exists()
