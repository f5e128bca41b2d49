#!/usr/bin/env python3
"""Serves a dataset with one hostile document in it, and asks it what nobody should.

    tests/batch/hostile_requests.py PROGRAM [--verbose]

Exit code 1 and a line for each thing that is not as it must be.
"""

import argparse
import gzip
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zlib

import hostile_inputs

SAMPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "samples/budget_pdf/budget.pdf"
MOST_MEMORY = 120 << 10  # KiB, of the server itself
MOST_MEMORY_OF_A_CHILD = 700 << 10
SOON = 8  # seconds, on a busy machine; less than the 10 s that a request has to arrive


def slow_to_draw():
    """A page with little to read and an image that takes long to draw."""
    packer = zlib.compressobj(1)
    row = bytes(range(256)) * 512
    data = b"".join(packer.compress(row) for _ in range(3000)) + packer.flush()
    side = b"/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/FlateDecode"
    lines = b"".join(b"BT /F 10 Tf 50 %d Td (line %d of a page, 123.45) Tj ET\n" % (800 - 12 * i, i) for i in range(50))
    return hostile_inputs.page(lines + b"q 500 0 0 5 0 0 cm /I Do Q " * 200, b"/XObject<</I 7 0 R>>", more={7: (side, data)})


class Server:
    def __init__(self, program, dataset):
        self.process = subprocess.Popen([program, "review", "--serve", dataset, "--lang", "en"], stderr=subprocess.PIPE)
        line = self.process.stderr.readline().decode()
        self.address = re.search(r"http://127\.0\.0\.1:\d+/\S*", line).group(0)
        parts = urllib.parse.urlsplit(self.address)
        self.port = parts.port
        self.token = urllib.parse.parse_qs(parts.query).get("token", [""])[0]
        self.cookie = None
        self.most_of_a_child = 0
        self.is_over = False
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        while not self.is_over:
            try:
                children = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/children")
                for child in " ".join(path.read_text() for path in children).split():
                    self.most_of_a_child = max(self.most_of_a_child, memory_of(child, "VmRSS"))
            except OSError:
                pass
            time.sleep(0.02)

    def ask(self, method, path, body=None, headers=None, cookie=True, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = dict(headers or {})
        if cookie and self.cookie:
            headers["Cookie"] = self.cookie
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def raw(self, data):
        """The status that bytes get, 0 where the connection ends without an answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass
            try:
                answer = connection.recv(4096)
            except OSError:
                return 0
            return int(answer.split()[1]) if answer else 0


def memory_of(process, name):
    text = pathlib.Path(f"/proc/{process}/status").read_text()
    found = re.search(name + r":\s+(\d+) kB", text)
    return int(found.group(1)) if found else 0


def who_may_ask(server, expect):
    for path in ("/", "/decisions.json", "/?token=", "/?token=" + "0" * 32):
        expect(server.ask("GET", path, cookie=False)[0], 403, f"without the token: {path}")
    expect(server.ask("PUT", "/decisions.json", b"{}", cookie=False)[0], 403, "without the token: PUT")
    status, headers, _ = server.ask("GET", "/?token=" + server.token)
    expect(status, 303, "with the token")
    kept = headers.get("Set-Cookie", "")
    expect(("HttpOnly" in kept, "SameSite=Strict" in kept, headers.get("Location")), (True, True, "/"), "the cookie")
    server.cookie = kept.split(";")[0]
    expect(server.ask("GET", "/")[0], 200, "with the cookie")
    expect(server.ask("GET", "/", headers={"Host": "example.org"})[0], 403, "another name for this machine")
    expect(server.ask("GET", "/", headers={"Origin": "http://example.org"})[0], 403, "a page of another site")


def one_document_keeps_nobody_waiting(server, expect, hostile, good):
    page = f"/documents/{hostile}/pages/1"
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(server.ask("GET", page)[0])) for _ in range(20)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    begin = time.monotonic()
    status, _, body = server.ask("GET", f"/documents/{good}/pages/9")
    expect((status, body[:4]), (200, b"RIFF"), "a good page beside a hostile one")
    seconds = time.monotonic() - begin
    if seconds > SOON:
        expect(seconds, SOON, "seconds for a good page beside a hostile one")
    for thread in threads:
        thread.join()
    expect(set(answers) <= {200, 404, 503} and 503 in answers, True, f"the hostile page itself: {set(answers)}")
    begin = time.monotonic()
    server.ask("GET", page)
    return seconds, time.monotonic() - begin


def bodies(server, expect):
    def put(body, **headers):
        return server.ask("PUT", "/decisions.json", body, headers)[0]

    decisions = json.loads(server.ask("GET", "/decisions.json")[2])
    expect(put(json.dumps(decisions).encode()), 204, "decisions")
    expect(put(b"[" * 10_000_000), 413, "10 MB of nested JSON")
    for name, body in (("nested", b"[" * 4_000_000), ("nested objects", b'{"a":' * 800_000),
                       ("lists", b"[" + b"[]," * 1_300_000 + b"[]]"),
                       ("numbers", b"[" + b"1," * 2_000_000 + b"1]")):
        expect(put(body) in (400, 413), True, f"JSON of 4 MB: {name}")
    expect(put(gzip.compress(b" " * 50_000_000), **{"Content-Encoding": "gzip"}), 415, "packed")
    cookie = server.cookie.encode()
    head = b"PUT /decisions.json HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % server.port
    chunk = b"100000\r\n" + b" " * (1 << 20) + b"\r\n"
    expect(server.raw(head + b"Cookie: " + cookie + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 40), 411, "in chunks")
    expect(server.raw(head + b"Content-Length: 999999999999\r\n\r\n" + b" " * 1000), 403, "a giant, without the cookie")
    expect(server.raw(head + b"Cookie: " + cookie + b"\r\nContent-Length: 999999999999\r\n\r\n" + b" " * 1000), 413, "a giant")
    expect(server.raw(head + b"X: " + b"y" * 30_000_000) in (0, 400, 403, 414, 431), True, "an endless head")


def slow_connections(server, expect, count, sent):
    """Seconds for a page beside connections that send so much and then neither send nor close."""
    begin = time.monotonic()
    connections = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", server.port))
        try:
            connection.sendall(sent)
        except OSError:
            pass  # closed already
        connections.append(connection)
    try:
        status = server.ask("GET", "/", timeout=30)[0]
    except OSError as error:
        status = error
    expect(status, 200, f"beside {count} slow connections")
    seconds = time.monotonic() - begin
    if seconds > SOON:
        expect(seconds, SOON, f"seconds for a page beside {count} slow connections")
    for connection in connections:
        connection.close()
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    complaints = []

    def expect(got, wanted, what):
        if got != wanted:
            complaints.append(f"{what}: {got} instead of {wanted}")

    with tempfile.TemporaryDirectory() as folder:
        hostile = pathlib.Path(folder, "hostile.pdf")
        hostile.write_bytes(slow_to_draw())
        dataset = f"{folder}/dataset"
        subprocess.run([arguments.program, "build", hostile, SAMPLE, "-o", dataset, "--quiet", "--ocr", "never"], check=True)
        records = [json.loads(line) for line in pathlib.Path(dataset, "run.jsonl").read_text().splitlines()]
        of = {pathlib.Path(record["path"]).name: record["sha256"] for record in records}
        server = Server(arguments.program, dataset)
        try:
            who_may_ask(server, expect)
            beside, again = one_document_keeps_nobody_waiting(server, expect, of["hostile.pdf"], of["budget.pdf"])
            bodies(server, expect)
            begun = b"GET / HTTP/1.1\r\nHo"
            slow = slow_connections(server, expect, 300, begun)
            # More than the server keeps: those that wait longest give way.
            crowd = slow_connections(server, expect, 600, begun)
            # Whole requests, whose answers nobody takes.
            answered = slow_connections(server, expect, 300, begun + b"st: x\r\n\r\n")
            memory = memory_of(server.process.pid, "VmHWM")
            if memory > MOST_MEMORY:
                expect(memory >> 10, MOST_MEMORY >> 10, "MiB of memory of the server")
            if server.most_of_a_child > MOST_MEMORY_OF_A_CHILD:
                expect(server.most_of_a_child >> 10, MOST_MEMORY_OF_A_CHILD >> 10, "MiB of memory of a child")
        finally:
            server.is_over = True
            server.process.terminate()
            server.process.wait()
    print(*complaints, sep="\n", end="\n" if complaints else "")
    print(f"hostile requests: a good page beside a hostile one {beside:.1f} s, the hostile one again {again:.1f} s, beside 300 slow "
          f"connections {slow:.1f} s, 600 {crowd:.1f} s, 300 that take no answer {answered:.1f} s; {memory >> 10} MiB the server, {server.most_of_a_child >> 10} MiB a child")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
