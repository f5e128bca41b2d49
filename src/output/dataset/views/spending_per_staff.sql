-- zh: 人均支出：支出总计除以在职人数，没有在职人数时除以编制数（staff_is）；缺少或印有不同的数时为空，原因见 reason。
-- en: Expenditure for each member of staff: those serving, or else the posts (staff_is); null where a figure is missing or printed differently (reason).
WITH
staff AS (
  SELECT document, item, max(CAST(value AS NUMERIC)) AS persons,
         CAST(max(CAST(value AS NUMERIC)) = min(CAST(value AS NUMERIC)) AS INTEGER) AS is_one
  FROM facts WHERE item IN ('staff.serving', 'staff.posts') AND measure = 'level' AND amount_yuan IS NULL GROUP BY document, item),
spent AS (
  SELECT document, fiscal_year, basis, max(yuan) AS yuan, CAST(max(yuan) - min(yuan) <= max(step_yuan) AND min(is_one) = 1 AS INTEGER) AS is_one
  FROM items WHERE item = 'expenditure.total' GROUP BY document, fiscal_year, basis)
SELECT d.publisher, d.kind, d.province, d.city, d.county, d.fiscal_year, e.yuan AS expenditure_yuan,
       coalesce(s.persons, p.persons) AS staff, CASE WHEN s.persons IS NOT NULL THEN 'serving' WHEN p.persons IS NOT NULL THEN 'posts' END AS staff_is,
       CASE WHEN e.is_one = 1 AND CASE WHEN s.persons IS NOT NULL THEN s.is_one ELSE p.is_one END = 1
            THEN round(1.0 * e.yuan / nullif(coalesce(s.persons, p.persons), 0), 2) END AS yuan_per_staff,
       CASE WHEN e.yuan IS NULL THEN 'no_expenditure' WHEN coalesce(s.persons, p.persons) IS NULL THEN 'no_staff'
            WHEN e.is_one = 0 THEN 'expenditure_printed_differently'
            WHEN CASE WHEN s.persons IS NOT NULL THEN s.is_one ELSE p.is_one END = 0 THEN 'staff_printed_differently' END AS reason,
       d.id AS document
FROM documents d
LEFT JOIN spent e ON e.document = d.id AND coalesce(e.fiscal_year, 0) = coalesce(d.fiscal_year, 0)
                 AND e.basis = CASE d.kind WHEN 'final_account' THEN 'actual' ELSE 'budget' END
LEFT JOIN staff s ON s.document = d.id AND s.item = 'staff.serving'
LEFT JOIN staff p ON p.document = d.id AND p.item = 'staff.posts'
WHERE d.kind IN ('budget', 'final_account')
