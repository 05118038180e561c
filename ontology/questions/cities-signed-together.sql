-- The answer of cities-signed-together.rq from columns.
WITH cities AS (
  SELECT iri FROM places WHERE NOT list_has_any(kinds, ['country', 'city'])
), signed AS (
  SELECT DISTINCT agreements.iri, party FROM agreements, unnest(parties) AS parties_of(party)
  WHERE party IN (FROM cities)
), years AS (
  SELECT iri, unnest(years) AS year FROM agreements
), event_years AS (
  SELECT agreements.iri, unnest(events.years) AS year
  FROM agreements, unnest(agreements.events) AS signed_at(event) JOIN events ON events.iri = event
), domains AS (
  SELECT iri, unnest(domains) AS domain FROM agreements
), labels AS (
  SELECT iri, name FROM names WHERE preferred AND lower(language) = 'zh-hans'
), asked AS (
  SELECT DISTINCT iri FROM names
  WHERE $place IN ('', iri) OR contains(lower(name), lower($place))
)
SELECT first.name AS "first@zh-hans", second.name AS "second@zh-hans", domain,
  coalesce(years.year, event_years.year) AS "year", count(DISTINCT one.iri) AS agreements
FROM signed AS one JOIN signed AS two ON one.iri = two.iri AND one.party < two.party
JOIN labels AS first ON first.iri = one.party
JOIN labels AS second ON second.iri = two.party
LEFT JOIN years ON years.iri = one.iri
LEFT JOIN event_years ON event_years.iri = one.iri
LEFT JOIN domains ON domains.iri = one.iri
WHERE one.party IN (FROM asked) OR two.party IN (FROM asked)
GROUP BY one.party, two.party, first.name, second.name, domain, coalesce(years.year, event_years.year)
ORDER BY agreements DESC, first.name, second.name, "year" NULLS FIRST, domain NULLS FIRST
