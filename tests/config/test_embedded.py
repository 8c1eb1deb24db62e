"""The embedded server: started by the first connection, shared, stopped by the last, back after every kind of end."""

import os
import shutil
import signal
import stat
from pathlib import Path

import psycopg
import pytest

from config.embedded import cluster, programs
from config.embedded.locks import exclusive
from config.embedded.paths import LONGEST_SOCKET_FOLDER, DataFolder, make_private
from tests.fixtures.installations import Installation

HEAD = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'; from django.db import connection as c;"
ASK = (
    f"{HEAD} k = c.cursor(); k.execute('SELECT pg_postmaster_start_time()'); print('started', k.fetchone(), flush=True)"
)


def ask(installation: Installation) -> str:
    """When the server that a new process finds or starts was started."""
    code, output = installation.run("-c", ASK, CLAIMDESK_MODE="embedded")
    assert code == 0, output
    return output.splitlines()[-1]


class Guest:
    """A process that connects and stays until it is told to go."""

    def __init__(self, installation: Installation) -> None:
        self.process = installation.popen("-c", f"{ASK}; input()", CLAIMDESK_MODE="embedded")
        self._lines: list[str] = []

    def started(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.append(line)
            if line.startswith("started"):
                return line.strip()
        raise AssertionError("".join(self._lines))

    def go(self) -> None:
        self.process.communicate("\n", timeout=60)
        assert self.process.returncode == 0


def test_nothing_starts_before_the_first_connection(installation: Installation) -> None:
    code, output = installation.manage("check")
    assert code == 0, output
    assert not installation.data.postgres.exists()


def test_the_first_connection_starts_it_and_the_last_process_stops_it(installation: Installation) -> None:
    ask(installation)
    assert installation.data.postgres.exists()
    assert not cluster.is_running(installation.data)
    assert installation.left_behind() == []


def test_a_second_process_attaches_and_leaves_it_running(installation: Installation) -> None:
    first = Guest(installation)
    started = first.started()
    assert ask(installation) == started
    assert cluster.is_running(installation.data)
    first.go()
    assert not cluster.is_running(installation.data)


def test_two_processes_that_start_it_together_share_one(installation: Installation) -> None:
    both = Guest(installation), Guest(installation)
    assert both[0].started() == both[1].started()
    for guest in both:
        guest.go()
    assert not cluster.is_running(installation.data)


def test_it_comes_back_after_a_kill_with_what_was_committed(installation: Installation) -> None:
    first = Guest(installation)
    first.started()
    with psycopg.connect(host=str(installation.data.socket), user="claimdesk_owner", dbname="claimdesk") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    number = cluster.process_id(installation.data)
    assert number is not None
    os.kill(number, signal.SIGKILL)
    first.process.kill()
    first.process.communicate()
    again = Guest(installation)
    again.started()
    with psycopg.connect(host=str(installation.data.socket), user="claimdesk_owner", dbname="claimdesk") as connection:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
    again.go()


def test_a_process_that_lost_its_server_starts_it_again(installation: Installation) -> None:
    code, output = installation.run(
        "-c",
        f"{HEAD} from config.embedded import cluster, paths; import signal; c.ensure_connection();"
        "os.kill(cluster.process_id(paths.data_folder()), signal.SIGKILL); c.close(); c.cursor().execute('SELECT 1')",
        CLAIMDESK_MODE="embedded",
    )
    assert code == 0, output


def test_a_number_that_another_process_has_today_is_not_taken_for_the_server(installation: Installation) -> None:
    """After a reboot the number in postmaster.pid may be anybody's; PostgreSQL itself refuses to start then."""
    ask(installation)
    (installation.data.postgres / "postmaster.pid").write_text(f"{os.getpid()}\n{installation.data.postgres}\n")
    (installation.data.socket / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n")
    assert not cluster.is_running(installation.data)
    ask(installation)


def test_a_cluster_that_was_never_finished_does_not_count(installation: Installation) -> None:
    (installation.data.root / "postgres.new").mkdir()
    (installation.data.root / "postgres.new" / "PG_VERSION").write_text("half")
    ask(installation)


def test_a_folder_with_a_long_name_gets_its_socket_elsewhere(installation: Installation) -> None:
    long = installation.data.root / ("long" * 25)
    long.mkdir(mode=0o711)
    deep = Installation(DataFolder(long))
    assert len(str(deep.data.socket)) <= LONGEST_SOCKET_FOLDER
    ask(deep)
    assert stat.S_IMODE(deep.data.socket.stat().st_mode) == 0o700
    shutil.rmtree(deep.data.socket)


def test_the_secret_key_is_made_once_and_for_its_user_only(installation: Installation) -> None:
    read = "import config.settings as s; print(s.SECRET_KEY)"
    keys = {installation.run("-c", read, CLAIMDESK_MODE="embedded")[1] for _ in range(2)}
    assert len(keys) == 1 and len(keys.pop()) > 50
    assert stat.S_IMODE(installation.data.secret_key.stat().st_mode) == 0o600


def test_nobody_else_can_reach_the_socket_or_the_data(installation: Installation) -> None:
    ask(installation)
    for folder in (installation.data.socket, installation.data.postgres):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_other_user_reads_its_files_nor_those_of_an_earlier_version(installation: Installation) -> None:
    ask(installation)
    assert installation.data.log.stat().st_size
    assert installation.open_to_others() == []
    (installation.data.root / "beat-8000").touch()
    for path in (installation.data.log, installation.data.provisioned, installation.data.root / "beat-8000"):
        path.chmod(0o644)
    ask(installation)
    assert installation.open_to_others() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as another user")
def test_root_opens_no_private_folder_for_the_server(installation: Installation) -> None:
    private = installation.data.root / "private"
    private.mkdir(mode=0o700)
    code, output = Installation(DataFolder(private / "data")).run("-c", ASK, CLAIMDESK_MODE="embedded")
    assert code != 0 and "CLAIMDESK_DATA" in output
    assert stat.S_IMODE(private.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as another user")
def test_programs_in_a_private_folder_are_copied_for_the_server(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = installation.data.root / "hidden"
    hidden.mkdir(mode=0o700)
    package = programs.installed().parent.parent
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, hidden / folder.name)
    monkeypatch.setattr(programs, "installed", lambda: hidden / package.name / "pginstall18" / "bin")
    with exclusive(installation.data.start_lock):
        cluster.start(installation.data, durable=False)
    assert cluster.is_running(installation.data)
    assert stat.S_IMODE(hidden.stat().st_mode) == 0o700


def test_a_database_that_does_not_fold_case_is_refused(installation: Installation) -> None:
    guest = Guest(installation)
    guest.started()
    socket = installation.data.socket
    with psycopg.connect(host=str(socket), user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(
            "CREATE DATABASE deaf OWNER claimdesk_owner TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"
        )
    deaf = f"postgresql://claimdesk_owner@/deaf?host={socket}"
    code, output = installation.manage("migrate", DATABASE_URL=deaf)
    assert code != 0 and "config.E003" in output
    code, output = installation.manage("check", "--database", "default")
    assert code == 0, output
    guest.go()


def test_a_server_without_the_publics_role_is_refused_and_an_older_cluster_gets_it(installation: Installation) -> None:
    guest = Guest(installation)
    guest.started()
    code, output = installation.manage("migrate")
    assert code == 0, output
    socket = installation.data.socket
    with psycopg.connect(host=str(socket), user="postgres", dbname="claimdesk", autocommit=True) as connection:
        connection.execute("REVOKE claimdesk_public FROM claimdesk")
        code, output = installation.manage("migrate")
        assert code != 0 and "config.E008" in output and "database.sql" in output
        connection.execute("DROP OWNED BY claimdesk_public")
        with psycopg.connect(host=str(socket), user="postgres", dbname="template1", autocommit=True) as template:
            template.execute("DROP OWNED BY claimdesk_public")
        connection.execute("DROP ROLE claimdesk_public")
        code, output = installation.manage("migrate")
        assert code != 0 and "config.E007" in output and "CREATE ROLE claimdesk_public" in output
    guest.go()
    (installation.data.root / "provisioned").write_text("of an older version", encoding="ascii")
    code, output = installation.manage("migrate")
    assert code == 0, output


def test_a_database_where_everybody_makes_temporary_tables_is_refused_until_the_rights_are_given_again(
    installation: Installation,
) -> None:
    look = ("check", "--database", "default")
    code, output = installation.manage(*look)
    assert code == 0, output
    guest = Guest(installation)
    guest.started()
    with psycopg.connect(host=str(installation.data.socket), user="postgres", dbname="claimdesk") as administrator:
        administrator.execute("GRANT TEMPORARY ON DATABASE claimdesk TO PUBLIC")
    code, output = installation.manage(*look)
    assert code != 0 and "config.E013" in output and "database.sql" in output
    (installation.data.root / "provisioned").write_text("of an older version", encoding="ascii")
    code, output = installation.manage(*look)
    assert code == 0, output
    guest.go()


def test_a_link_that_somebody_laid_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "socket").symlink_to(tmp_path)
    with pytest.raises(PermissionError, match="CLAIMDESK_DATA"):
        make_private(tmp_path / "socket")
