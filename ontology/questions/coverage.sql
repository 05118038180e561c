-- The answer of coverage.rq from columns.
WITH told AS (
  SELECT DISTINCT events.iri AS event, place, substr(day, 1, 7) AS month
  FROM events, unnest(places) AS in_place(place), unnest(dates) AS on_day(day)
  WHERE len(years) > 0 AND NOT list_contains(statuses, 'planned')
), asked AS (
  SELECT DISTINCT iri FROM names
  WHERE $place IN ('', iri) OR contains(lower(name), lower($place))
)
SELECT names.name AS "place@zh-hans", month, count(DISTINCT article) AS articles, place AS "iri<>"
FROM told JOIN evidence ON evidence.iri = event
JOIN names ON names.iri = place AND preferred AND lower(language) = 'zh-hans'
WHERE place IN (FROM asked)
GROUP BY place, names.name, month
ORDER BY names.name, place, month
