-- zh: 各项与上年相比：本年、上年、增减额和增减率，来源（source）为印出的两年数或印出的增减额；不能确定的为空，原因见 reason。
-- en: Each item beside last year's: this year, last year, change and rate, from two printed amounts or a printed change (source); null where it is not certain (reason).
WITH
level AS (
  SELECT document, item, fiscal_year, basis, max(CASE origin WHEN 'table' THEN yuan END) AS tabled,
         max(CASE origin WHEN 'narrative' THEN yuan END) AS said, min(is_one) AS is_one, max(step_yuan) AS step
  FROM items GROUP BY document, item, fiscal_year, basis),
known AS (
  SELECT document, item, fiscal_year, basis, coalesce(tabled, said) AS yuan,
         CAST(is_one = 1 AND (tabled IS NULL OR said IS NULL OR abs(tabled - said) <= step) AS INTEGER) AS is_certain, step
  FROM level),
change AS (
  SELECT document, item, period AS fiscal_year, basis, max(amount_yuan) AS yuan, CAST(max(amount_yuan) = min(amount_yuan) AS INTEGER) AS is_one
  FROM facts
  WHERE measure = 'change' AND item IS NOT NULL AND amount_yuan IS NOT NULL AND bound = '=' AND relative_to = CAST(period - 1 AS TEXT)
  GROUP BY document, item, period, basis),
last AS (
  SELECT document, item, fiscal_year, yuan, is_certain, basis,
         row_number() OVER (PARTITION BY document, item, fiscal_year ORDER BY basis = 'budget' DESC, basis = 'actual' DESC) AS place
  FROM known)
SELECT d.publisher, d.kind, d.province, d.city, d.county, k.item, k.fiscal_year, k.basis, k.yuan,
       CASE WHEN l.is_certain = 1 THEN l.yuan WHEN l.yuan IS NULL AND c.is_one = 1 THEN k.yuan - c.yuan END AS last_year_yuan,
       CASE WHEN c.is_one = 1 THEN c.yuan WHEN c.yuan IS NULL AND l.is_certain = 1 THEN k.yuan - l.yuan END AS change_yuan,
       round(100.0 * CASE WHEN c.is_one = 1 THEN c.yuan WHEN c.yuan IS NULL AND l.is_certain = 1 THEN k.yuan - l.yuan END
             / nullif(CASE WHEN l.is_certain = 1 THEN l.yuan WHEN c.is_one = 1 THEN k.yuan - c.yuan END, 0), 2) AS change_percent,
       CASE WHEN c.yuan IS NOT NULL AND l.yuan IS NOT NULL THEN 'printed change and amounts'
            WHEN c.yuan IS NOT NULL THEN 'printed change' ELSE 'printed amounts' END AS source,
       CASE WHEN c.yuan IS NOT NULL AND c.is_one = 0 THEN 'several_changes_printed'
            WHEN l.yuan IS NOT NULL AND l.is_certain = 0 THEN 'several_amounts_of_last_year_printed'
            WHEN c.is_one = 1 AND l.is_certain = 1 AND abs(k.yuan - l.yuan - c.yuan) > 2 * k.step + 0.005 THEN 'change_and_amounts_disagree' END AS reason,
       k.document
FROM known k
JOIN documents d ON d.id = k.document AND coalesce(k.fiscal_year, 0) = coalesce(d.fiscal_year, 0) AND k.is_certain = 1
                AND k.basis = CASE d.kind WHEN 'final_account' THEN 'actual' ELSE 'budget' END
LEFT JOIN change c ON c.document = k.document AND c.item = k.item AND c.fiscal_year = k.fiscal_year AND c.basis = k.basis
LEFT JOIN last l ON l.document = k.document AND l.item = k.item AND l.fiscal_year = k.fiscal_year - 1 AND l.place = 1
WHERE c.yuan IS NOT NULL OR l.yuan IS NOT NULL
