-- zh: 法定的九张表：每份文件一行，每张表为 data（有数）、empty（空表）、empty_undeclared（空表而未说明）或 missing（没有）；table_1 至 table_9 即 B01 至 B09 或 Z01 至 Z09。
-- en: The nine statutory tables: a row for each document, each table data, empty, empty_undeclared or missing; table_1 to table_9 are B01 to B09 or Z01 to Z09.
WITH seen AS (
  SELECT document, substr(kind, 2) AS number, substr(kind, 1, 1) AS form,
         CASE min(CASE state WHEN 'data' THEN 1 WHEN 'empty_declared' THEN 2 ELSE 3 END)
           WHEN 1 THEN 'data' WHEN 2 THEN 'empty' ELSE 'empty_undeclared' END AS state
  FROM tables WHERE substr(kind, 1, 1) IN ('B', 'Z') AND substr(kind, 2) IN ('01', '02', '03', '04', '05', '06', '07', '08', '09')
  GROUP BY document, kind)
SELECT d.publisher, d.kind, d.scope, d.fiscal_year, d.province, d.city, d.county,
       coalesce(max(CASE s.number WHEN '01' THEN s.state END), 'missing') AS table_1,
       coalesce(max(CASE s.number WHEN '02' THEN s.state END), 'missing') AS table_2,
       coalesce(max(CASE s.number WHEN '03' THEN s.state END), 'missing') AS table_3,
       coalesce(max(CASE s.number WHEN '04' THEN s.state END), 'missing') AS table_4,
       coalesce(max(CASE s.number WHEN '05' THEN s.state END), 'missing') AS table_5,
       coalesce(max(CASE s.number WHEN '06' THEN s.state END), 'missing') AS table_6,
       coalesce(max(CASE s.number WHEN '07' THEN s.state END), 'missing') AS table_7,
       coalesce(max(CASE s.number WHEN '08' THEN s.state END), 'missing') AS table_8,
       coalesce(max(CASE s.number WHEN '09' THEN s.state END), 'missing') AS table_9,
       9 - count(s.number) AS missing, d.id AS document
FROM documents d
LEFT JOIN seen s ON s.document = d.id AND s.form = CASE d.kind WHEN 'final_account' THEN 'Z' ELSE 'B' END
WHERE d.kind IN ('budget', 'final_account')
GROUP BY d.id
