#!/usr/bin/env python3
"""`mingxi load` into a PostgreSQL of its own: rows are those of SQLite, twice is once, what was read anew replaces.

    tests/cluster/postgres_test.py PROGRAM
"""

import csv
import glob
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import engine


class Postgres:
    """A cluster on a socket in a folder; its server may not run as root."""

    def __init__(self, folder):
        binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        self.bin = binaries[-1] if binaries else os.path.dirname(shutil.which("initdb") or "")
        self.folder = folder
        self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        folder.mkdir()
        if self.user:
            shutil.chown(folder, "postgres", "postgres")

    def __enter__(self):
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "mingxi", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync")
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log",
                 "-o", f"-k {self.folder} -c listen_addresses='' -c fsync=off", "start")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")

    def run(self, program, *arguments):
        subprocess.run([*self.user, f"{self.bin}/{program}", *arguments], stdout=subprocess.DEVNULL, check=True, cwd="/")

    def psql(self, sql):
        done = subprocess.run(["psql", "-X", "-q", "-At", "-h", str(self.folder), "-U", "mingxi", "postgres"],
                              input=sql, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and not done.stderr, done.stderr
        return done.stdout.split("\n")[:-1]


def load(program, postgres, dataset):
    script = subprocess.run([program, "load", str(dataset)], capture_output=True, text=True, check=True).stdout
    postgres.psql(script)
    return script


def relations(dataset):
    """Tables of a dataset."""
    with sqlite3.connect(dataset / "dataset.sqlite") as database:
        names = [name for name, in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'subjects%' AND name NOT LIKE 'sqlite%'")]
        return {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def counts(postgres, names):
    return {name: int(postgres.psql(f"SELECT count(*) FROM mingxi.{name}")[0]) for name in names}


def value(text):
    """A value as both databases have it: numbers are numbers, however many zeros are at their end."""
    if text in (None, ""):
        return None
    text = re.sub(r"(:-?\d+)\.(\d*?)0*$", r"\1.\2", str(text))  # leaves_give:12.50
    if text in ("t", "f"):
        return int(text == "t")
    try:
        return round(float(text), 6)
    except ValueError:
        return json.dumps(json.loads(text), sort_keys=True) if text.startswith("[") else text


def views_compared(postgres, dataset):
    """The rows of each view, which both databases give alike."""
    rows = {}
    with sqlite3.connect(dataset / "dataset.sqlite") as database:
        for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            found = database.execute(f"SELECT * FROM {name}")
            columns = ", ".join(f'"{column[0]}"' for column in found.description)
            expected = sorted(([value(each) for each in row] for row in found), key=repr)
            table = postgres.psql(f"COPY (SELECT {columns} FROM mingxi.{name}) TO STDOUT (FORMAT csv)")
            given = sorted(([value(each) for each in row] for row in csv.reader(io.StringIO("\n".join(table)))), key=repr)
            differing = [pair for pair in zip(expected, given) if pair[0] != pair[1]]
            assert len(expected) == len(given) and not differing, (name, len(expected), len(given), differing[:2])
            rows[name] = len(given)
    return rows


def versions(postgres):
    """Which transactions wrote the rows that are there."""
    return postgres.psql("SELECT 'facts', xmin::text, count(*) FROM mingxi.facts GROUP BY 2 UNION ALL "
                         "SELECT 'findings', xmin::text, count(*) FROM mingxi.findings GROUP BY 2 UNION ALL "
                         "SELECT 'inputs', xmin::text, count(*) FROM mingxi.inputs GROUP BY 2 ORDER BY 1, 2")


def main():
    program = os.path.abspath(sys.argv[1])
    engine.require("psql")
    if not glob.glob("/usr/lib/postgresql/*/bin/initdb") and not shutil.which("initdb"):
        engine.require("initdb")
    with tempfile.TemporaryDirectory(prefix="mingxi-pg-") as work:
        work = pathlib.Path(work)
        work.chmod(0o755)
        listing = engine.make_inputs(work / "inputs", 30)
        whole = engine.build(program, listing, work / "whole")
        paths = listing.read_text().splitlines()
        listing.write_text("".join(f"{path}\n" for path in paths[:15]))
        half = engine.build(program, listing, work / "half")
        with Postgres(work / "postgres") as postgres:
            load(program, postgres, half)
            script = load(program, postgres, whole)
            expected = relations(whole)
            assert counts(postgres, expected) == expected
            rows = views_compared(postgres, whole)
            assert len(rows) > 5 and sum(map(bool, rows.values())) > 5, rows
            before = versions(postgres)
            load(program, postgres, whole)
            load(program, postgres, half)
            assert versions(postgres) == before, "loading again changed rows"

            # A document that was read anew has another JSON.
            with sqlite3.connect(whole / "dataset.sqlite") as database:
                key, old = database.execute("SELECT id, json_sha256 FROM documents LIMIT 1").fetchone()
            postgres.psql(script.replace(old, "0" * 64))
            assert counts(postgres, expected) == expected
            assert postgres.psql(f"SELECT json_sha256 FROM mingxi.documents WHERE id = '{key}'") == ["0" * 64]

            # A script that breaks off changes nothing.
            before = versions(postgres)
            done = subprocess.run(["psql", "-X", "-q", "-h", str(work / "postgres"), "-U", "mingxi", "postgres"],
                                  input=script[: len(script) // 2], capture_output=True, text=True, check=False)
            assert versions(postgres) == before, done
            years = postgres.psql("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'facts%'")
            assert years and all(name.rsplit("_", 1)[1].isdigit() for name in years), years
            found = postgres.psql("SELECT count(*) > 0 FROM mingxi.facts WHERE subject LIKE '%公务接待%'")
            assert found == ["t"], found
    print("postgres: rows of tables and views as in SQLite; loaded again: unchanged; read anew: replaced")


if __name__ == "__main__":
    main()
