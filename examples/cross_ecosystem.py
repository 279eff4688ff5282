"""A crate, the Python wheel around it, the service that uses the wheel and the chart that deploys the service: one change of
the crate, and what goes out after what, in which ecosystem, and why: the same story as `examples/cross_ecosystem.rs`.

``python examples/cross_ecosystem.py``; everything it reads is in ``examples/data/cross_ecosystem``.
"""

from __future__ import annotations

from pathlib import Path

import greenboard as gb

DATA = Path(__file__).parent / "data" / "cross_ecosystem"


def main() -> None:
    workspace = gb.Workspace.load(DATA)
    changes, policy = ((DATA / name).read_text(encoding="utf-8") for name in ("changes.json", "policy.yaml"))

    print("What a change of acme-engine may reach")
    for reached in workspace.graph().impact("acme-engine"):
        print(f"  {reached.component}, {reached.distance} away, by way of {reached.via}")
    plan = gb.plan(workspace, changes, policy, at="2026-11-20T09:00:00Z")
    print(f"\n{plan}\n\n{plan.why('api-chart')}")
    deployed = workspace.identity.component("jenkins", "api-deploy")
    print(f"\nThe job api-deploy is of {deployed or 'nobody'}")


if __name__ == "__main__":
    main()
