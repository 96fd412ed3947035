"""The command line gives the same advice without the screens, so it must not need them."""

import subprocess
import sys

from tests.conftest import ROOT


def test_the_command_line_loads_no_streamlit_and_no_screen() -> None:
    code = "import cli, sys; print(*{name.split('.')[0] for name in sys.modules} & {'streamlit', 'pages', 'app'})"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
