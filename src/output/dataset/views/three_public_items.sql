-- zh: “三公”经费的每一项，表格和正文都在内。
-- en: Each figure of the three public expenses, of tables and of the prose.
SELECT d.publisher, d.kind, f.period AS fiscal_year, f.basis, substr(f.item, 14) AS item, f.origin,
       f.line_kind, f.amount_yuan,
       CASE WHEN CAST(f.value AS DOUBLE PRECISION) = 0 THEN 0
            ELSE abs(f.amount_yuan / CAST(f.value AS DOUBLE PRECISION)) / CAST('1' || substr('00000000', 1, CAST(f.decimals AS INTEGER)) AS DOUBLE PRECISION)
            END AS step_yuan,
       f.document, f."table", f.id AS fact
FROM facts f
JOIN documents d ON d.id = f.document
WHERE f.item LIKE 'three_public.%' AND f.measure = 'level' AND f.amount_yuan IS NOT NULL AND f.bound = '='
