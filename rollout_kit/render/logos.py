"""Logos as addresses that carry the whole picture, so that nothing is fetched for them."""

from base64 import b64encode

from rollout_kit.document import Document, Logo


def logo_address(logo: Logo) -> str:
    """Return the picture as a `data:` address, for an `<img>`: there neither scripts nor links of an SVG work."""
    return f"data:{logo.media_type};base64,{b64encode(logo.content).decode('ascii')}"


def logo_addresses(document: Document) -> tuple[tuple[str, str], ...]:
    """Return address and words of each logo, the customer's first."""
    return tuple((logo_address(logo), logo.alt) for logo in document.logos)
