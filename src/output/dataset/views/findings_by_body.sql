-- zh: 各单位每年的情况条数和核对结果。
-- en: Findings and checks of each body and year.
SELECT d.publisher, d.province, d.city, d.county, d.fiscal_year, d.kind, count(*) AS documents,
       sum(n.errors) AS errors, sum(n.warnings) AS warnings, sum(n.infos) AS infos,
       sum(d.checks_held + d.checks_held_within_rounding) AS checks_held, sum(d.checks_failed) AS checks_failed,
       sum(d.checks_not_possible) AS checks_not_possible
FROM documents d
JOIN (SELECT d.id, count(CASE f.severity WHEN 'error' THEN 1 END) AS errors,
             count(CASE f.severity WHEN 'warning' THEN 1 END) AS warnings, count(CASE f.severity WHEN 'info' THEN 1 END) AS infos
      FROM documents d LEFT JOIN findings f ON f.document = d.id GROUP BY d.id) n ON n.id = d.id
GROUP BY d.publisher, d.province, d.city, d.county, d.fiscal_year, d.kind
