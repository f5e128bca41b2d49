-- zh: 数字不一致的地方，附公开单位、地区和页码。
-- en: Figures that contradict each other, with the body that published them, its place and the page.
SELECT d.publisher, d.province, d.city, d.county, d.title, d.fiscal_year, n."check", n.severity, n.message, n.message_en, n.formula,
       n.expected, n.printed, n.difference, json_extract(n.evidence, '$[0].page') AS page, n.evidence, n.document, n.id AS finding
FROM findings n
JOIN documents d ON d.id = n.document
WHERE n.state = 'inconsistent'
