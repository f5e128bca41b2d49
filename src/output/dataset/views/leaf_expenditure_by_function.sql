-- zh: 末级功能分类科目的支出，每份文件每个科目只算一次（支出总表；没有时用一般公共预算支出表）；complete 说明加总是否等于表中印出的合计 printed_total_yuan。
-- en: Expenditure by leaf of the functional classification, each leaf of a document once (支出总表, else 一般公共预算支出表); complete tells whether they add up to the printed total, reason why not.
WITH
figure AS (
  SELECT f.document, f."table", t.kind AS table_kind, t.title AS table_title, f.period, f.basis, f.body, f.functional_code, f.subject,
         f.line_kind, f.amount_yuan, f.row, f.id,
         CASE WHEN CAST(f.value AS DOUBLE PRECISION) = 0 THEN 0
              ELSE abs(f.amount_yuan / CAST(f.value AS DOUBLE PRECISION)) / CAST('1' || substr('00000000', 1, CAST(f.decimals AS INTEGER)) AS DOUBLE PRECISION)
              END AS step
  FROM facts f
  JOIN tables t ON t.document = f.document AND t.id = f."table"
  JOIN documents d ON d.id = f.document
  WHERE t.kind IN ('B03', 'Z03', 'B05', 'Z05') AND f.measure = 'level' AND f.amount_yuan IS NOT NULL
    AND f.component IN ('total', 'amount') AND (d.fiscal_year IS NULL OR f.period = d.fiscal_year)),
coded AS (
  SELECT *, lead(functional_code) OVER (PARTITION BY document, "table", basis, body ORDER BY functional_code, id) AS next_code
  FROM figure WHERE functional_code IS NOT NULL AND line_kind = 'leaf'),
leaf AS (  -- a class whose item has its name is printed above it: the longer code is the leaf
  SELECT * FROM coded WHERE NOT (coalesce(next_code, '') LIKE functional_code || '%' AND next_code <> functional_code)),
total AS (
  SELECT document, "table", basis, max(amount_yuan) AS yuan
  FROM figure WHERE line_kind = 'total' AND functional_code IS NULL GROUP BY document, "table", basis),
candidate AS (
  SELECT *, row_number() OVER (PARTITION BY document, basis
                               ORDER BY substr(table_kind, 3) = '5', coalesce(complete, 0) DESC, leaves DESC, "table") AS place
  FROM (SELECT l.document, l."table", l.table_kind, l.basis, t.yuan AS printed, sum(l.amount_yuan) AS added, count(*) AS leaves,
               CAST(abs(t.yuan - sum(l.amount_yuan)) <= max(l.step) * (count(*) + 1) / 2 + 0.005 AS INTEGER) AS complete
        FROM leaf l LEFT JOIN total t ON t.document = l.document AND t."table" = l."table" AND t.basis = l.basis
        GROUP BY l.document, l."table", l.table_kind, l.basis, t.yuan) AS compared)
SELECT d.publisher, coalesce(l.body, d.publisher) AS of_body, d.kind, d.province, d.city, d.county, l.period AS fiscal_year, l.basis,
       l.functional_code, l.subject AS function_name, l.amount_yuan, c.printed AS printed_total_yuan, c.complete,
       CASE WHEN c.printed IS NULL THEN 'no_printed_total'
            WHEN c.complete = 0 THEN 'leaves_give:' || round(c.added, 2) END AS reason,
       l.table_kind, l.table_title, l."table", l.document, l.id AS fact
FROM candidate c
JOIN leaf l ON l.document = c.document AND l."table" = c."table" AND l.basis = c.basis
JOIN documents d ON d.id = l.document
WHERE c.place = 1
