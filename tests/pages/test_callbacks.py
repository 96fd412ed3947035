"""Every callback of a screen is one that is carried out in full, whatever comes in meanwhile."""

import ast
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from handreiking.load import ROOT
from pages.callbacks import carried_out, whole

FILES = sorted((ROOT / "pages").rglob("*.py"))


def decorated(tree: ast.Module) -> set[str]:
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(mark, ast.Name) and mark.id == "whole" for mark in node.decorator_list)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_callback_of_a_screen_can_be_broken_off(path: Path) -> None:
    here = ast.parse(path.read_text(encoding="utf-8"))
    shared = decorated(ast.parse((ROOT / "pages" / "toestand.py").read_text(encoding="utf-8")))
    for node in ast.walk(here):
        if isinstance(node, ast.keyword) and node.arg in ("on_change", "on_click"):
            if isinstance(node.value, ast.Name) and node.value.id != "on_change":
                assert node.value.id in decorated(here), f"{path.name}:{node.lineno}"
            elif isinstance(node.value, ast.Attribute):
                assert node.value.attr in shared, f"{path.name}:{node.lineno}"
            else:
                assert isinstance(node.value, ast.Name | ast.Constant), f"{path.name}:{node.lineno}"


def test_what_was_broken_off_before_it_did_anything_is_begun_again() -> None:
    done = []

    @whole
    def once_interrupted() -> None:
        done.append("begin")
        if len(done) == 1:
            raise RerunException(RerunData())
        carried_out()
        done.append("einde")

    with pytest.raises(RerunException):
        once_interrupted()
    assert done == ["begin", "begin", "einde"]


def test_what_was_carried_out_is_not_done_twice() -> None:
    done = []

    @whole
    def interrupted_after() -> None:
        done.append("gedaan")
        carried_out()
        raise RerunException(RerunData())

    with pytest.raises(RerunException):
        interrupted_after()
    assert done == ["gedaan"]
