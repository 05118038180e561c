"""Knowledge graphs from official news in Chinese, with the words behind every fact."""
