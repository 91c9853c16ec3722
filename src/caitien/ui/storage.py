from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names with the hash of the content, also where one of our modules imports another."""

    support_js_module_import_aggregation = True
