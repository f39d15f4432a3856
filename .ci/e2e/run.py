"""All checks with real clients. With --agents also agents over MCP, with --live also a long session, with --llama those that need a llama.cpp server."""

import sys

import check_agents
import check_dashboard
import check_live
import check_mcp
import check_mcp_process
import check_openai
import check_pi
import check_run
import check_sdks
import check_tools
import checks
from llama_server import LlamaServer
from scripted_server import ScriptedServer


def run(check, *arguments):
    """A check that breaks off is one failure; the others still run."""
    try:
        check(*arguments)
    except Exception as failure:  # noqa: BLE001
        checks.check(f"{check.__module__} runs to its end", False, repr(failure))


print("== the openai clients, scripted model")
scripted = ScriptedServer()
run(check_openai.main, scripted.url)
scripted.close()
print("\n== the pi agent, scripted model")
run(check_pi.main)
print("\n== the pi agent and the use of tools, scripted model")
run(check_tools.main)
print("\n== agents on SDKs by 'ambit run', scripted model")
run(check_sdks.main)
print("\n== agents by 'ambit run', scripted model")
run(check_run.main if "--agents" in sys.argv else check_run.light)
print("\n== the Model Context Protocol")
run(check_mcp.main)
run(check_mcp_process.main)
if "--agents" in sys.argv:
    print("\n== real agents over MCP, scripted model")
    run(check_agents.main)
print("\n== the dashboard, headless Chromium")
run(check_dashboard.main)
if "--live" in sys.argv:
    print("\n== the pi agent, a long session")
    run(check_live.main)
if "--llama" in sys.argv:
    print("\n== the openai clients, llama.cpp")
    absent = LlamaServer.absent()
    if absent:
        checks.skip("llama.cpp", absent)
    else:
        with LlamaServer() as llama:
            run(check_openai.main, llama.url)
sys.exit(checks.close())
