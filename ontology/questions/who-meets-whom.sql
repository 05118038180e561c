-- The answer of who-meets-whom.rq from columns.
WITH met AS (
  SELECT DISTINCT participations.event, participations.agent
  FROM participations
  SEMI JOIN persons ON persons.iri = participations.agent
  SEMI JOIN events ON events.iri = participations.event
    AND NOT list_has_all(['publication', 'appointment'], events.kinds)
    AND NOT list_contains(events.statuses, 'planned')
), sizes AS (
  SELECT event, count(*) AS present FROM met GROUP BY event
  HAVING present <= TRY_CAST($most AS INTEGER)
), pairs AS (
  SELECT one.event, one.agent AS first_iri, two.agent AS second_iri, present,
    count(*) OVER (PARTITION BY one.agent, two.agent) AS together
  FROM met AS one JOIN met AS two ON one.event = two.event AND one.agent < two.agent
  JOIN sizes ON sizes.event = one.event
), labels AS (
  SELECT iri, name FROM names WHERE preferred AND lower(language) = 'zh-hans'
), asked AS (
  SELECT DISTINCT iri FROM names
  WHERE $person IN ('', iri) OR contains(lower(name), lower($person))
), dated AS (
  SELECT iri, unnest(dates) AS day FROM events
)
SELECT DISTINCT one.name AS "first@zh-hans", two.name AS "second@zh-hans", together,
  meeting.name AS "event@zh-hans", day AS "date^^", present, first_iri AS "first_iri<>", second_iri AS "second_iri<>"
FROM pairs
JOIN labels AS one ON one.iri = first_iri
JOIN labels AS two ON two.iri = second_iri
JOIN labels AS meeting ON meeting.iri = pairs.event
LEFT JOIN dated ON dated.iri = pairs.event
WHERE together >= TRY_CAST($least AS INTEGER)
  AND (first_iri IN (FROM asked) OR second_iri IN (FROM asked))
ORDER BY together DESC, first_iri, second_iri, day NULLS FIRST, meeting.name, present
