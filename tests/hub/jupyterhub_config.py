"""A hub on one machine for three people: for a test, and as what `docs/hub.md` tells of."""

import os
import sys

c = get_config()  # noqa: F821  JupyterHub gives it

place, ports = os.environ["HUB_PLACE"], os.environ["HUB_PORTS"].split()
c.JupyterHub.bind_url = f"http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{ports[1]}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.command = [sys.executable, "-c", "from configurable_http_proxy.cli import main; main()"]
c.ConfigurableHTTPProxy.command += ["--proxy-timeout", "120000"]  # a notebook that runs before it opens is not quick
c.JupyterHub.db_url = f"sqlite:///{place}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{place}/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = f"{place}/proxy.pid"

c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "a-word-for-this-test"
c.Authenticator.allowed_users = {"elin", "tobias", "sunniva"}

c.JupyterHub.spawner_class = "jupyterhub.spawner.SimpleLocalProcessSpawner"
c.SimpleLocalProcessSpawner.home_dir_template = f"{place}/{{username}}"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"]
c.Spawner.environment = {
    "WORKBENCH_STORE": os.environ["HUB_STORE"],
    "PYTHONPATH": os.environ["PYTHONPATH"],
    "JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp",
}
