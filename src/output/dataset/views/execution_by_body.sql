-- zh: 决算中同时印有预算数和决算数的各项：预算、决算、执行率（计算的和印出的）。
-- en: What a final account prints both a budget and an outcome of: budget, outcome, and the rate, calculated and as printed.
WITH
amount AS (
  SELECT f.document, coalesce(f.item, f.code) AS what, min(f.subject) AS subject, f.origin, coalesce(f."table", '') AS "table",
         f.basis, max(f.amount_yuan) AS yuan, CAST(max(f.amount_yuan) = min(f.amount_yuan) AS INTEGER) AS is_one, min(f.id) AS fact
  FROM facts f JOIN documents d ON d.id = f.document
  WHERE d.kind = 'final_account' AND f.measure = 'level' AND f.amount_yuan IS NOT NULL AND coalesce(f.item, f.code) IS NOT NULL
    AND coalesce(f.period, 0) = coalesce(d.fiscal_year, 0) AND f.basis IN ('budget', 'adjusted', 'actual') AND coalesce(f.component, 'total') NOT IN ('basic', 'project')
  GROUP BY f.document, coalesce(f.item, f.code), f.origin, coalesce(f."table", ''), f.basis),
printed AS (
  SELECT document, coalesce(item, code) AS what, max(CAST(value AS DOUBLE PRECISION)) AS percent
  FROM facts WHERE measure = 'execution_rate' AND coalesce(item, code) IS NOT NULL GROUP BY document, coalesce(item, code)
  HAVING max(value) = min(value))
SELECT d.publisher, d.province, d.city, d.county, d.fiscal_year, a.what, a.subject, a.origin,
       b.yuan AS budget_yuan, j.yuan AS adjusted_yuan, a.yuan AS actual_yuan,
       round(100.0 * a.yuan / nullif(coalesce(j.yuan, b.yuan), 0), 2) AS execution_percent,
       p.percent AS printed_percent, a.document, a.fact
FROM amount a
JOIN documents d ON d.id = a.document
LEFT JOIN amount b ON b.document = a.document AND b.what = a.what AND b.origin = a.origin AND b."table" = a."table" AND b.basis = 'budget' AND b.is_one = 1
LEFT JOIN amount j ON j.document = a.document AND j.what = a.what AND j.origin = a.origin AND j."table" = a."table" AND j.basis = 'adjusted' AND j.is_one = 1
LEFT JOIN printed p ON p.document = a.document AND p.what = a.what
WHERE a.basis = 'actual' AND a.is_one = 1 AND (b.yuan IS NOT NULL OR j.yuan IS NOT NULL)
