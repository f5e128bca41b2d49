-- zh: 每个数，附公开单位、年度、地区和所在表的种类。
-- en: Every figure with the body that published it, the year, the place and the kind of its table.
SELECT d.publisher, coalesce(f.body, d.publisher) AS of_body, d.kind AS document_kind, d.scope,
       d.fiscal_year, d.province, d.city, d.county, t.kind AS table_kind, t.title AS table_title, f.*
FROM facts f
JOIN documents d ON d.id = f.document
LEFT JOIN tables t ON t.document = f.document AND t.id = f."table"
