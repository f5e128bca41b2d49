-- zh: 有统一项目的数额：每份文件、项目、年度、口径、来源（表或正文）一行；印有不同的数时 is_one 为 0。
-- en: Amounts with an item of ours: a row for each document, item, year, basis and origin; where the print differs, is_one is 0.
SELECT document, item, period AS fiscal_year, basis, origin,
       max(amount_yuan) AS yuan, max(printed_step) AS step_yuan,
       CAST(max(amount_yuan) - min(amount_yuan) <= max(printed_step) AS INTEGER) AS is_one, min(id) AS fact
FROM (
  -- The step is what the last printed digit counts.
  SELECT document, item, period, basis, origin, amount_yuan, id,
         CASE WHEN CAST(value AS DOUBLE PRECISION) = 0 THEN 0
              ELSE abs(amount_yuan / CAST(value AS DOUBLE PRECISION)) / CAST('1' || substr('00000000', 1, CAST(decimals AS INTEGER)) AS DOUBLE PRECISION)
              END AS printed_step
  FROM facts
  WHERE item IS NOT NULL AND measure = 'level' AND amount_yuan IS NOT NULL AND bound = '=') AS figure
GROUP BY document, item, period, basis, origin
