#!/usr/bin/env python3
"""scripts/cluster/slurm on a slurmctld with two slurmd of one host, one of which dies at work: the bytes of one machine.

    tests/cluster/slurm_test.py PROGRAM
"""

import os
import pathlib
import socket
import subprocess
import sys
import tempfile

import engine

CONFIGURATION = """
ClusterName=mingxi
SlurmctldHost={host}
SlurmctldPort={port}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
CryptoType=crypto/munge
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
ReturnToService=1
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
SlurmdSpoolDir={folder}/slurmd.%n
StateSaveLocation={folder}/state
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.%n.log
SlurmdTimeout=5
InactiveLimit=0
KillWait=2
MinJobAge=300
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=2,requeue_setup_env_fail
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobRequeue=1
NodeName=one NodeHostname={host} NodeAddr=127.0.0.1 Port={first} CPUs=1 State=UNKNOWN
NodeName=two NodeHostname={host} NodeAddr=127.0.0.1 Port={second} CPUs=1 State=UNKNOWN
PartitionName=all Nodes=one,two Default=YES MaxTime=INFINITE State=UP
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def parent_of(process):
    words = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(words[1])


class Slurm:
    """A cluster of one or two nodes on this host."""

    def __init__(self, folder, nodes=("one", "two")):
        self.nodes = nodes
        self.folder = folder
        self.processes = {}
        self.log = open(folder / "log", "w")
        (folder / "state").mkdir()
        port, first, second = free_ports(3)
        configuration = CONFIGURATION.format(host=socket.gethostname().split(".")[0], port=port, first=first,
                                             second=second, folder=folder)
        (folder / "slurm.conf").write_text(configuration)
        # Without a cgroup of its own a slurmd of a container cannot start.
        (folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n")
        self.environment = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf")}

    def start(self, name, *command):
        self.processes[name] = subprocess.Popen(command, env=self.environment, stdout=self.log, stderr=self.log)

    def start_node(self, name):
        (self.folder / f"slurmd.{name}").mkdir(exist_ok=True)
        self.start(name, "slurmd", "-D", "-N", name)

    def __enter__(self):
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.start("munged", "munged", "--foreground", "--force", f"--socket={self.folder}/munge.socket",
                   f"--key-file={key}", f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                   f"--seed-file={self.folder}/munged.seed")
        engine.wait_for("munged", (self.folder / "munge.socket").exists)
        self.start("slurmctld", "slurmctld", "-D", "-i")
        for node in self.nodes:
            self.start_node(node)
        try:
            engine.wait_for("idle nodes", lambda: self.ask("sinfo", "-h", "-N", "-o", "%T").split().count("idle") == len(self.nodes))
        except AssertionError as error:
            self.__exit__()
            print(f"skipped: Slurm does not start on this host ({error})")
            sys.exit(engine.SKIPPED)
        return self

    def __exit__(self, *_):
        for name in reversed(self.processes):
            engine.kill_tree(self.processes[name].pid)
            self.processes[name].wait()
        self.log.close()

    def ask(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout

    def tasks_of(self, node):
        """The processes of the tasks that run on a node."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                environment = (entry / "environ").read_bytes()
            except OSError:
                continue
            if f"SLURMD_NODENAME={node}\0".encode() in environment and str(self.folder.parent).encode() in environment:
                found.append(int(entry.name))
        return found

    def break_node(self, name):
        """As if its machine lost its power: its slurmd, and what holds its tasks and would tell how they ended."""
        tasks = self.tasks_of(name)
        holders = {parent_of(task) for task in tasks} - set(tasks)
        slurmd = self.processes.pop(name)
        engine.kill_tree(slurmd.pid)
        slurmd.wait()
        for holder in holders:
            engine.kill_tree(holder)


def require_slurm():
    engine.require("munged", "slurmctld", "slurmd", "sbatch")
    if os.getuid() != 0:
        print("skipped: slurmd has to be started by root")
        sys.exit(engine.SKIPPED)


def main():
    program = os.path.abspath(sys.argv[1])
    require_slurm()
    with tempfile.TemporaryDirectory(prefix="mingxi-slurm-") as work:
        work = pathlib.Path(work)
        listing = engine.make_inputs(work / "inputs", 120)
        expected = engine.build(program, listing, work / "expected")
        (work / "slurm").mkdir()
        with Slurm(work / "slurm") as slurm:
            environment = {**slurm.environment, "MINGXI": program}
            parts = work / "dataset.parts"
            number = subprocess.run([engine.ROOT / "scripts/cluster/slurm/submit.sh", listing, work / "dataset", "6"],
                                    env=environment, capture_output=True, text=True, check=True).stdout.strip()
            engine.wait_for("documents of a part", lambda: slurm.tasks_of("one") and any(parts.glob("*/.work/documents/*.json")))
            slurm.break_node("one")
            engine.wait_for("the loss of the node", lambda: "down" in slurm.ask("sinfo", "-h", "-n", "one", "-o", "%T"), 120)
            slurm.start_node("one")
            engine.wait_for("the dataset", (work / "dataset/datapackage.json").exists, 240)
            engine.wait_for("the merge job", lambda: number not in slurm.ask("squeue", "-h", "-t", "PD,R,CG", "-o", "%A"))
            log = (work / "slurm/slurmctld.log").read_text()
            assert "requeue" in log.lower(), "no task was put back"
        engine.require_same(expected, work / "dataset")
        assert not parts.exists()
    print("slurm: one node of two lost at work; the dataset is that of one machine, byte for byte")


if __name__ == "__main__":
    main()
