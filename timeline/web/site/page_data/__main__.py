"""Print the page data, for what is no page."""

from timeline.web.site.page_data import page_data_html

print(page_data_html())
