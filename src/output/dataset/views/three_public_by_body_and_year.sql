-- zh: “三公”经费：每份文件每年每种口径一行，金额为元；表中没有时取正文（source），合计、各项与正文不一致的为空，原因见 reason。
-- en: The three public expenses: a row for each document, year and basis, in yuan; from the prose where no table gives them (source); null where parts, total and prose disagree (reason).
WITH
by_table AS (
  SELECT document, "table", fiscal_year, basis, item, max(amount_yuan) AS yuan, max(step_yuan) AS step
  FROM three_public_items WHERE origin = 'table' GROUP BY document, "table", fiscal_year, basis, item),
best_table AS (
  SELECT document, "table", fiscal_year, basis,
         row_number() OVER (PARTITION BY document, fiscal_year, basis
                            ORDER BY max(CAST(item = 'total' AS INTEGER)) DESC, count(*) DESC, sum(yuan) DESC, "table") AS place
  FROM by_table GROUP BY document, "table", fiscal_year, basis),
tabled AS (
  SELECT b.* FROM by_table b JOIN best_table r USING (document, "table", fiscal_year, basis) WHERE r.place = 1),
said AS (
  SELECT document, fiscal_year, basis, item, amount_yuan AS yuan, step_yuan AS step
  FROM three_public_items WHERE origin = 'narrative'),
prose AS (
  SELECT document, fiscal_year, basis, item, max(yuan) AS yuan, max(step) AS step,
         CAST(max(yuan) - min(yuan) <= max(step) AS INTEGER) AS is_one
  FROM said GROUP BY document, fiscal_year, basis, item),
named AS (
  SELECT document, fiscal_year, basis, item FROM tabled UNION SELECT document, fiscal_year, basis, item FROM prose),
item AS (
  SELECT n.document, n.fiscal_year, n.basis, n.item, CAST(t.yuan IS NOT NULL AS INTEGER) AS is_tabled,
         CASE WHEN coalesce(t.step, 0) > coalesce(p.step, 0) THEN t.step ELSE coalesce(p.step, 0) END AS step,
         coalesce(t.yuan, CASE WHEN p.is_one = 1 THEN p.yuan END) AS yuan,
         CASE WHEN t.yuan IS NULL AND p.is_one = 0 THEN 'prose_gives_several'
              WHEN t.yuan IS NOT NULL AND p.yuan IS NOT NULL AND NOT EXISTS (
                     SELECT 1 FROM said s
                     WHERE s.document = n.document AND coalesce(s.fiscal_year, 0) = coalesce(n.fiscal_year, 0) AND s.basis = n.basis
                       AND s.item = n.item AND abs(s.yuan - t.yuan) <= CASE WHEN s.step > t.step THEN s.step ELSE t.step END + 0.005)
                THEN 'prose_differs_from_table' END AS doubt
  FROM named n
  LEFT JOIN tabled t ON t.document = n.document AND coalesce(t.fiscal_year, 0) = coalesce(n.fiscal_year, 0) AND t.basis = n.basis AND t.item = n.item
  LEFT JOIN prose p ON p.document = n.document AND coalesce(p.fiscal_year, 0) = coalesce(n.fiscal_year, 0) AND p.basis = n.basis AND p.item = n.item),
side_by_side AS (
  SELECT document, fiscal_year, basis, max(step) AS step, max(is_tabled) AS is_tabled,
         min(is_tabled) AS is_all_tabled,
         coalesce(max(CASE WHEN item = 'abroad' THEN doubt || ':abroad ' END), '') ||
         coalesce(max(CASE WHEN item = 'reception' THEN doubt || ':reception ' END), '') ||
         coalesce(max(CASE WHEN item = 'total' THEN doubt || ':total ' END), '') ||
         coalesce(max(CASE WHEN item = 'vehicle_operation' THEN doubt || ':vehicle_operation ' END), '') ||
         coalesce(max(CASE WHEN item = 'vehicle_purchase' THEN doubt || ':vehicle_purchase ' END), '') ||
         coalesce(max(CASE WHEN item = 'vehicles' THEN doubt || ':vehicles ' END), '') AS doubts,
         max(CASE WHEN item = 'total' THEN is_tabled END) AS total_is_tabled,
         max(CASE WHEN item = 'total' THEN yuan END) AS printed_total,
         max(CASE WHEN item = 'total' THEN doubt END) AS total_doubt,
         max(CASE WHEN item = 'abroad' AND doubt IS NULL THEN yuan END) AS abroad,
         max(CASE WHEN item = 'vehicles' AND doubt IS NULL THEN yuan END) AS vehicles,
         max(CASE WHEN item = 'vehicle_purchase' AND doubt IS NULL THEN yuan END) AS purchase,
         max(CASE WHEN item = 'vehicle_operation' AND doubt IS NULL THEN yuan END) AS operation,
         max(CASE WHEN item = 'reception' AND doubt IS NULL THEN yuan END) AS reception,
         sum(CAST(item <> 'total' AS INTEGER)) AS parts, sum(CAST(item <> 'total' AND doubt IS NOT NULL AS INTEGER)) AS doubtful_parts
  FROM item GROUP BY document, fiscal_year, basis),
added AS (
  SELECT *,
         coalesce(vehicles, CASE WHEN purchase IS NOT NULL OR operation IS NOT NULL
                                 THEN coalesce(purchase, 0) + coalesce(operation, 0) END) AS all_vehicles,
         -- In a table what is blank is nothing; the prose must name all three.
         CAST(parts > 0 AND doubtful_parts = 0
                AND (is_tabled = 1 OR (abroad IS NOT NULL AND reception IS NOT NULL
                                       AND (vehicles IS NOT NULL OR operation IS NOT NULL))) AS INTEGER) AS has_all_parts
  FROM side_by_side),
summed AS (
  SELECT *, CASE WHEN has_all_parts = 1 THEN coalesce(abroad, 0) + coalesce(all_vehicles, 0) + coalesce(reception, 0) END AS sum_of_parts
  FROM added),
judged AS (
  SELECT *, CASE WHEN printed_total IS NOT NULL AND sum_of_parts IS NOT NULL
                      AND abs(printed_total - sum_of_parts) > 2.5 * step + 0.005
                   THEN 'parts_do_not_add_up:total' END AS sum_doubt
  FROM summed)
SELECT d.publisher, d.kind, d.province, d.city, d.county, j.fiscal_year, j.basis,
       CASE WHEN total_doubt IS NULL AND sum_doubt IS NULL THEN coalesce(printed_total, sum_of_parts) END AS total_yuan,
       abroad AS abroad_yuan, all_vehicles AS vehicles_yuan, purchase AS vehicle_purchase_yuan,
       operation AS vehicle_operation_yuan, reception AS reception_yuan,
       CASE WHEN is_all_tabled = 1 THEN 'table' WHEN is_tabled = 1 THEN 'table and prose' ELSE 'prose' END AS source,
       CASE WHEN printed_total IS NOT NULL THEN 'printed' WHEN sum_of_parts IS NOT NULL THEN 'sum of its parts' END AS total_is,
       nullif(trim(coalesce(sum_doubt || ' ', '') || doubts ||
                   CASE WHEN printed_total IS NULL AND sum_of_parts IS NULL THEN 'no_total' ELSE '' END), '') AS reason,
       j.document
FROM judged j
JOIN documents d ON d.id = j.document
