"""One kernel a person, however often their page is loaded and on how many devices."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from jupyter_core.utils import ensure_async

from workbench.server.pages._place import Place, open_private

# Twelve people open their pages in the same minute. Two new pages at a time is what two cores can do, and then the
# first people read while the last still wait; all at once, everybody would wait for the slowest.
AT_ONCE = 2


class Kernels:
    """Which kernel is whose. The manager is Jupyter's own; it culls what nobody is connected to."""

    def __init__(self, manager: Any, place: Place) -> None:
        self.manager = manager
        self._place = place
        self._of: dict[str, str] = {}
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._opening = asyncio.Semaphore(AT_ONCE)

    def owner(self, kernel_id: str | None) -> str | None:
        """Say whose kernel this is."""
        return next((person for person, kernel in self._of.items() if kernel == kernel_id), None)

    @asynccontextmanager
    async def turn(self, person: str) -> AsyncIterator[None]:
        """Wait until a person's page may be drawn: two loads side by side start one kernel, and new kernels queue."""
        async with self._turns[person]:
            if await self.now(person) is not None:
                yield
                return
            async with self._opening:
                yield

    async def now(self, person: str) -> str | None:
        """Give a person's kernel if it lives; one that has died is cleared away."""
        kernel_id = self._of.get(person)
        if kernel_id is None:
            return None
        if kernel_id in self.manager:
            if await ensure_async(self.manager.is_alive(kernel_id)):
                return kernel_id
            await ensure_async(self.manager.shutdown_kernel(kernel_id, now=True))
        self._of.pop(person, None)
        return None

    async def of(self, person: str, kernel_name: str) -> str:
        """Give a person's kernel, starting it when there is none. Who they are is in its environment from the start."""
        living = await self.now(person)
        if living is not None:
            return living
        with open_private(self._place.own / "pages.log") as log:  # what a kernel says belongs on nobody's screen
            started: str = await ensure_async(
                self.manager.start_kernel(
                    kernel_name=kernel_name,
                    cwd=str(self._place.folder),
                    env=self._place.environment(person),
                    stdout=log,
                    stderr=log,
                )
            )
        self._of[person] = started
        return started


class OneKernel:
    """What Voilà takes for its kernel manager while it draws one person's page."""

    notebook_data: dict[str, Any] = {}  # noqa: RUF012  Voilà's name for its pre-heated notebooks: there are none

    def __init__(self, kernels: Kernels, person: str) -> None:
        self._kernels = kernels
        self._person = person

    def get_pool_size(self, _notebook: str) -> int:
        """Give no pool: a kernel that starts before anybody is known is nobody's."""
        return 0

    async def start_kernel(self, *, kernel_name: str, **_from_the_request: Any) -> str:
        """Give the person's kernel. The environment that Voilà makes from the request is left aside."""
        return await self._kernels.of(self._person, kernel_name)

    def get_kernel(self, kernel_id: str) -> Any:
        """Give the manager of a kernel."""
        return self._kernels.manager.get_kernel(kernel_id)
