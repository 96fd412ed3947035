"""The screen Regio by Streamlit's own protocol, for tests that are quicker or rougher than a browser can be."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.conftest import Server

#: Seconds without a word from the server, after which it is taken to be done.
QUIET = 1.0


class Screen:
    """The screen Regio by Streamlit's own protocol: what a browser sends and gets, as fast as the server can."""

    def __init__(self, connection: ClientConnection, token: str) -> None:
        self._connection = connection
        self._address = f"dossier={token}" if token else ""
        self._field = ""

    def enter(self, naam: str | None = None) -> str:
        """Enter a name for the region, or only look; the line on top, with the name and whether that is saved."""
        message = BackMsg()
        message.rerun_script.page_name = "regio"
        message.rerun_script.query_string = self._address
        if naam is not None:
            message.rerun_script.widget_states.widgets.add(id=self._field, string_value=naam)
        self._connection.send(message.SerializeToString())
        line = ""
        for answer in self._answers():
            element = answer.delta.new_element
            if element.text_input.label == "Naam van uw regio":
                self._field = element.text_input.id
            if element.markdown.body.startswith("Stap 1 van 5"):
                line = element.markdown.body
        return line

    def _answers(self) -> Iterator[ForwardMsg]:
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "script_finished":
            received = self._connection.recv()
            assert isinstance(received, bytes)
            answer = ForwardMsg.FromString(received)
            yield answer


@contextmanager
def screen(server: Server, token: str = "") -> Iterator[Screen]:
    address = f"ws://localhost:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as connection:  # type: ignore[list-item]
        yield Screen(connection, token)


class Sliders:
    """The sliders of Weging, moved by someone who does not wait for the server."""

    def __init__(self, connection: ClientConnection, token: str) -> None:
        self._connection = connection
        self._address = f"dossier={token}"
        self.ids: list[str] = []
        self._values: dict[str, float] = {}

    def look(self) -> None:
        self._send()
        self.settle()

    def move(self, place: int, value: float) -> None:
        """Move one; as a browser does, tell where all that were moved stand."""
        self._values[self.ids[place]] = value
        self._send()

    def settle(self) -> None:
        """Wait until the server has been quiet for a while, and see which sliders there are."""
        ids: list[str] = []
        with suppress(TimeoutError):
            while True:
                received = self._connection.recv(timeout=QUIET)
                assert isinstance(received, bytes)
                element = ForwardMsg.FromString(received).delta.new_element
                if element.slider.label.startswith("Hoe belangrijk is deze stap"):
                    ids.append(element.slider.id)
        self.ids = list(dict.fromkeys(ids)) or self.ids

    def _send(self) -> None:
        message = BackMsg()
        message.rerun_script.page_name = "weging"
        message.rerun_script.query_string = self._address
        message.rerun_script.widget_states.SetInParent()
        for id, value in self._values.items():
            state = message.rerun_script.widget_states.widgets.add(id=id)
            state.double_array_value.data.append(value)
        self._connection.send(message.SerializeToString())


@contextmanager
def sliders(server: Server, token: str) -> Iterator[Sliders]:
    address = f"ws://localhost:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as connection:  # type: ignore[list-item]
        yield Sliders(connection, token)
