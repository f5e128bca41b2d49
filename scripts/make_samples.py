#!/usr/bin/env python3
"""Makes samples/budget_pdf/budget.pdf and samples/final_account_pdf/final_account.pdf.

Run by hand; needs python3-reportlab and fonts-wqy-microhei. The same program gives the same bytes.
Places, bodies and figures are invented; the figures are consistent, and this program asserts it.
"""

import pathlib
from decimal import ROUND_HALF_UP, Decimal

from typeset import Typesetter

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
CENT = Decimal("0.01")

NAMES = {
    "206": "科学技术支出", "20601": "科学技术管理事务", "2060101": "行政运行", "2060199": "其他科学技术管理事务支出",
    "20604": "技术研究与开发", "2060404": "科技成果转化与扩散",
    "208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出", "2080506": "机关事业单位职业年金缴费支出",
    "210": "卫生健康支出", "21011": "行政事业单位医疗", "2101101": "行政单位医疗", "2101103": "公务员医疗补助",
    "213": "农林水支出", "21303": "水利", "2130301": "行政运行", "2130305": "水利工程建设", "2130306": "水利工程运行与维护",
    "2130311": "水资源节约管理与保护", "2130314": "防汛", "2130399": "其他水利支出",
    "215": "资源勘探工业信息等支出", "21505": "工业和信息产业", "2150517": "产业发展",
    "21508": "支持中小企业发展和管理支出", "2150805": "中小企业发展专项",
    "221": "住房保障支出", "22102": "住房改革支出", "2210201": "住房公积金", "2210203": "购房补贴",
    "301": "工资福利支出", "30101": "基本工资", "30102": "津贴补贴", "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费", "30109": "职业年金缴费", "30110": "职工基本医疗保险缴费",
    "30111": "公务员医疗补助缴费", "30112": "其他社会保障缴费", "30113": "住房公积金", "30199": "其他工资福利支出",
    "302": "商品和服务支出", "30201": "办公费", "30202": "印刷费", "30204": "手续费", "30205": "水费", "30206": "电费",
    "30207": "邮电费", "30209": "物业管理费", "30211": "差旅费", "30213": "维修（护）费", "30215": "会议费", "30216": "培训费",
    "30217": "公务接待费", "30226": "劳务费", "30228": "工会经费", "30231": "公务用车运行维护费", "30239": "其他交通费用",
    "30299": "其他商品和服务支出", "303": "对个人和家庭的补助", "30302": "退休费", "30305": "生活补助",
    "310": "资本性支出", "31002": "办公设备购置",
}


def d(text):
    return Decimal(text)


def m(amount, separators=False):
    """An amount as printed: two decimals."""
    return f"{amount:,.2f}" if separators else f"{amount:.2f}"


def m0(amount):
    """An amount in a cell: blank when there is none."""
    return m(amount) if amount else ""


def rate(part, whole):
    return str((part / whole * 100).quantize(CENT, ROUND_HALF_UP)) + "%"


def change(now, before, more="增长", less="下降"):
    """增加12.00万元，增长3.00%"""
    word, rate_word = ("增加", more) if now > before else ("减少", less)
    return f"{word}{m(abs(now - before))}万元，{rate_word}{rate(abs(now - before), before)}"


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def with_parents(rows):
    """{item code: tuple of amounts} with a row for each class and group above, in code order."""
    everything = {}
    for code, amounts in rows.items():
        for ancestor in {code[:3], code[:5], code}:
            old = everything.get(ancestor, (0,) * len(amounts))
            everything[ancestor] = tuple(a + b for a, b in zip(old, amounts))
    return dict(sorted(everything.items()))


def economic(rows):
    """(code, personnel, public) rows with their classes."""
    everything = {}
    for code, amount in rows.items():
        everything[code[:3]] = everything.get(code[:3], 0) + amount
        everything[code] = amount
    return dict(sorted(everything.items()))


def by_class(rows):
    return {code: amounts for code, amounts in with_parents(rows).items() if len(code) == 3}


def of(code):
    """The three names of an item: 水利支出（类）水利（款）行政运行（项）"""
    return f"{NAMES[code[:3]]}（类）{NAMES[code[:5]]}（款）{NAMES[code]}（项）"


def numbered(index):
    return "一二三四五六七八九十"[index] + "、"


def two_sided(left, right, foot):
    """Rows of a table with two independent halves."""
    rows = [[*(left[i] if i < len(left) else ("", "")), *(right[i] if i < len(right) else ("",) * len(right[0]))]
            for i in range(max(len(left), len(right)))]
    return [*rows, *foot]


def budget(path, contents):
    body, area = "青禾市云杉区科技工业局", "云杉区"
    # code: personnel, public, project (all funds)
    rows = {
        "2060101": (d("386.42"), d("58.30"), d(0)), "2060199": (d(0), d(0), d("46.00")),
        "2060404": (d(0), d(0), d("180.00")), "2080501": (d("21.60"), d("1.20"), d(0)),
        "2080505": (d("48.72"), d(0), d(0)), "2080506": (d("24.36"), d(0), d(0)),
        "2101101": (d("26.15"), d(0), d(0)), "2101103": (d("9.80"), d(0), d(0)),
        "2150517": (d(0), d(0), d("320.00")), "2150805": (d(0), d(0), d("150.00")),
        "2210201": (d("41.33"), d(0), d(0)), "2210203": (d("12.40"), d(0), d(0)),
    }
    other = d("18.00")  # other income pays a part of 2060199
    general = dict(rows)
    general["2060199"] = (d(0), d(0), d("46.00") - other)
    personnel, public, project = (sum(r[i] for r in rows.values()) for i in range(3))
    basic = personnel + public
    total = basic + project
    granted = total - other
    econ = {code: d(v) for code, v in {
        "30101": "132.60", "30102": "111.15", "30103": "142.77", "30108": "48.72", "30109": "24.36", "30110": "26.15",
        "30111": "9.80", "30112": "3.86", "30113": "41.33", "30199": "8.44", "30302": "21.60", "30201": "8.20",
        "30202": "2.10", "30205": "0.60", "30206": "4.80", "30207": "2.30", "30211": "9.50", "30213": "1.80",
        "30215": "2.00", "30216": "1.60", "30217": "0.85", "30228": "6.20", "30231": "3.60", "30239": "10.75",
        "30299": "2.20", "31002": "3.00"}.items()}
    assert sum(v for c, v in econ.items() if c[:3] in ("301", "303")) == personnel
    assert sum(v for c, v in econ.items() if c[:3] in ("302", "310")) == public
    last_total, last_granted, last_basic, last_project = d("1268.90"), d("1268.90"), d("602.14"), d("666.76")
    assert last_basic + last_project == last_total
    reception, running = econ["30217"], econ["30231"]
    three, last_three, last_reception, last_running = reception + running, d("4.70"), d("0.90"), d("3.80")
    assert last_reception + last_running == last_three
    goods, services, small, micro = d("24.60"), d("61.40"), d("60.20"), d("34.40")
    bought = goods + services
    last_public = d("57.86")
    classes = by_class(rows)

    t = Typesetter(path, f"{body}2026年部门预算", body, contents)
    t.cover([body, "2026年部门预算"], "二〇二六年二月")
    titles = ["收支总表", "收入总表", "支出总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表",
              "一般公共预算“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出表"]
    parts = ["第一部分  部门概况", "第二部分  2026年部门预算情况说明", "第三部分  2026年部门预算表", "第四部分  名词解释"]
    told = ["一、收支预算总体情况", "二、财政拨款收支预算情况", "三、一般公共预算基本支出情况", "四、“三公”经费预算情况", "五、政府性基金预算情况",
            "六、国有资本经营预算情况", "七、其他重要事项的情况说明"]
    duties = ["一、主要职责", "二、机构设置"]
    t.contents_page([(parts[0], 0), *[(x, 1) for x in duties], (parts[1], 0), *[(x, 1) for x in told], (parts[2], 0),
                     *[(x, 1) for x in titles], (parts[3], 0)])

    t.part(parts[0])
    t.heading(duties[0])
    t.paragraph(f"（一）拟订{area}科技创新和工业发展的规划、年度计划，并组织实施。")
    t.paragraph("（二）推动科技成果在本区转化，联系高等院校和科研院所，服务企业研发机构建设。")
    t.paragraph("（三）监测工业经济运行，指导中小企业数字化改造和节能降耗，承担工业领域安全生产的行业指导。")
    t.paragraph("（四）完成区委、区政府交办的其他任务。")
    t.heading(duties[1])
    t.paragraph("区科技工业局内设六个科室，下属1个二级预算单位。机关行政编制18人，工勤编制2人；截至2025年12月31日，实有在职人员19人，"
                "退休人员23人。")

    t.part(parts[1])
    t.heading(told[0])
    t.paragraph(f"（一）收入预算。2026年收入预算{m(total)}万元，其中：一般公共预算拨款收入{m(granted)}万元，占{rate(granted, total)}；"
                f"其他收入{m(other)}万元，占{rate(other, total)}。收入预算比上年{change(total, last_total)}，"
                f"主要是中小企业数字化改造补助增加。", breaking=True)
    t.paragraph(f"（二）支出预算。2026年支出预算{m(total)}万元，比2025年预算数{m(last_total)}万元{change(total, last_total)}。"
                f"按支出功能分类，包括：" + "，".join(f"{NAMES[c]}{m(sum(v))}万元" for c, v in classes.items()) + "。")
    t.paragraph(f"按支出结构分，基本支出{m(basic)}万元，占支出预算的{rate(basic, total)}，比上年{change(basic, last_basic)}；"
                f"项目支出{m(project)}万元，占支出预算的{rate(project, total)}，比上年{change(project, last_project)}。")
    t.heading(told[1])
    t.paragraph(f"2026年财政拨款收入预算{full_width(m(granted))}万元，全部为一般公共预算拨款，财政拨款支出预算{m(granted)}万元，比上年"
                f"{change(granted, last_granted)}。具体安排如下：", breaking=True)
    reasons = {"2060101": "主要用于机关人员经费和日常公用经费", "2060199": "主要用于科技活动周和科普宣传",
               "2060404": "主要用于成果转化奖补", "2150517": "主要用于12家企业的技术改造", "2150805": "主要用于中小企业数字化改造补助"}
    for i, (code, amounts) in enumerate(general.items(), 1):
        why = reasons.get(code)
        t.paragraph(f"{i}.{of(code)}{m(sum(amounts))}万元" + (f"，{why}。" if why else "。"))
    t.heading(told[2])
    t.paragraph(f"2026年一般公共预算基本支出{m(basic)}万元。其中：人员经费{m(personnel)}万元（基本工资{m(econ['30101'])}万元、津贴补贴"
                f"{m(econ['30102'])}万元、奖金{m(econ['30103'])}万元、住房公积金{m(econ['30113'])}万元等），公用经费{m(public)}万元"
                f"（办公费{m(econ['30201'])}万元、差旅费{m(econ['30211'])}万元、工会经费{m(econ['30228'])}万元等）。")
    t.heading(told[3])
    t.paragraph(f"2026年“三公”经费预算{m(three)}万元，比上年预算{m(last_three)}万元{change(three, last_three)}。其中：")
    t.paragraph("1.因公出国（境）费0万元，与上年持平。")
    t.paragraph(f"2.公务接待费{m(reception)}万元，比上年{change(reception, last_reception)}，主要原因是压减接待批次。")
    t.paragraph(f"3.公务用车购置及运行维护费{m(running)}万元，比上年{change(running, last_running)}。其中：公务用车购置费0万元，与上年预算数相同；"
                f"公务用车运行维护费{m(running)}万元，主要用于燃料费、维修费和保险费。")
    t.heading(told[4])
    t.paragraph("2026年本部门没有使用政府性基金预算拨款安排的支出。")
    t.heading(told[5])
    t.paragraph("2026年本部门没有使用国有资本经营预算拨款安排的支出。")
    t.heading(told[6])
    t.paragraph(f"（一）机关运行经费。2026年机关运行经费预算{m(public)}万元，比上年预算{m(last_public)}万元{change(public, last_public)}，"
                f"主要原因是增加两人。")
    t.paragraph(f"（二）政府采购。2026年政府采购预算总额{m(bought)}万元，其中：货物类采购{m(goods)}万元，工程类采购0万元，服务类采购{m(services)}万元。"
                f"预留中小企业采购份额{m(small)}万元，占政府采购预算总额的{rate(small, bought)}，其中预留小微企业{m(micro)}万元，"
                f"占预留中小企业采购份额的{rate(micro, small)}。")
    t.clipped("（三）国有资产占用。截至2025年12月31日，本部门共有公务用车2辆。")
    t.paragraph("（三）国有资产占用。截至2025年12月31日，本部门共有公务用车2辆，其中：机要通信用车1辆、应急保障用车1辆；单价100万元以上设备0台（套）。"
                "2026年不安排购置车辆。")
    t.paragraph(f"（四）预算绩效。2026年实行绩效目标管理的项目4个，涉及一般公共预算拨款{m(project - other)}万元。年度目标：新增规模以上工业企业≥6家，"
                f"技术合同成交额达到3.2亿元，规模以上工业增加值增长6.5%以上，服务对象满意度不低于95%。")
    t.paragraph("本说明中部分数据因四舍五入，可能存在尾差。")

    t.part(parts[2])
    left = [("一、一般公共预算拨款收入", m(granted, True)), ("二、政府性基金预算拨款收入", ""), ("三、国有资本经营预算拨款收入", ""), ("四、财政专户管理资金收入", ""),
            ("五、事业收入", ""), ("六、上级补助收入", ""), ("七、其他收入", m(other, True))]
    right = [(numbered(i) + NAMES[c], m(sum(v), True)) for i, (c, v) in enumerate(classes.items())]
    all_printed = m(total, True)
    t.table(titles[0], [6, 3, 6, 3], [[("收入", 2, 1), None, ("支出", 2, 1), None],
                                      [("项目", 1, 1), ("预算数", 1, 1), ("项目", 1, 1), ("预算数", 1, 1)]],
            two_sided(left, right, [["本年收入合计", all_printed, "本年支出合计", all_printed], ["上年结转", "", "结转下年", ""],
                                    ["收入总计", all_printed, "支出总计", all_printed]]), prepared_by=body)

    head = [[("科目编码", 1, 2), ("科目名称", 1, 2), ("合计", 1, 2), ("本年收入", 5, 1), None, None, None, None, ("上年结转", 1, 2)],
            [None, None, None, ("小计", 1, 1), ("一般公共预算", 1, 1), ("政府性基金预算", 1, 1), ("国有资本经营预算", 1, 1), ("其他收入", 1, 1), None]]
    funded = {c: (sum(v), sum(general[c]), sum(v) - sum(general[c])) for c, v in rows.items()}
    body_rows = [["", "合计", m(total), m(total), m(granted), "", "", m(other), ""]]
    body_rows += [[c, NAMES[c], m(a), m(a), m0(b), "", "", m0(o), ""] for c, (a, b, o) in with_parents(funded).items()]
    t.table(titles[1], [3, 7, 3, 3, 3, 3, 3, 3, 3], head, body_rows, orientation="landscape", prepared_by=body, row_height=18)

    head = [[(x, 1, 1) for x in ("科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出")]]
    split = {c: (v[0] + v[1], v[2]) for c, v in rows.items()}
    body_rows = [["", "合计", m(total), m(basic), m(project), "", ""]]
    body_rows += [[c, NAMES[c], m(a + b), m0(a), m0(b), "", ""] for c, (a, b) in with_parents(split).items()]
    t.table(titles[2], [3, 8, 3, 3, 3, 3, 3], head, body_rows, prepared_by=body)

    granted_classes = by_class(general)
    left = [("一、本年收入", m(granted)), ("（一）一般公共预算拨款", m(granted)), ("（二）政府性基金预算拨款", ""), ("（三）国有资本经营预算拨款", ""),
            ("二、上年结转", "")]
    right = [("一、本年支出", m(granted), m(granted), "", "")]
    right += [(f"（{numbered(i)[:-1]}）{NAMES[c]}", m(sum(v)), m(sum(v)), "", "") for i, (c, v) in enumerate(granted_classes.items())]
    right += [("二、结转下年", "", "", "", "")]
    t.table(titles[3], [6, 3, 7, 3, 3, 3, 3],
            [[("收入", 2, 1), None, ("支出", 5, 1), None, None, None, None],
             [(x, 1, 1) for x in ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")]],
            two_sided(left, right, [["收入总计", m(granted), "支出总计", m(granted), m(granted), "", ""]]), prepared_by=body)

    head = [[("科目编码", 1, 2), ("科目名称", 1, 2), ("合计", 1, 2), ("基本支出", 3, 1), None, None, ("项目支出", 1, 2)],
            [None, None, None, ("小计", 1, 1), ("人员经费", 1, 1), ("公用经费", 1, 1), None]]
    body_rows = [["", "合计", m(granted), m(basic), m(personnel), m(public), m(project - other)]]
    body_rows += [[c, NAMES[c], m(p + q + r), m0(p + q), m0(p), m0(q), m0(r)] for c, (p, q, r) in with_parents(general).items()]
    t.table(titles[4], [3, 8, 3, 3, 3, 3, 3], head, body_rows, prepared_by=body)

    head = [[("部门预算支出经济分类科目", 2, 1), None, ("一般公共预算基本支出", 3, 1), None, None],
            [(x, 1, 1) for x in ("科目编码", "科目名称", "合计", "人员经费", "公用经费")]]
    body_rows = [["", "合计", m(basic), m(personnel), m(public)]]
    for code, amount in economic(econ).items():
        people = code[:3] in ("301", "303")
        body_rows.append([code, NAMES[code], m(amount), m(amount) if people else "", "" if people else m(amount)])
    t.table(titles[5], [3, 8, 3, 3, 3], head, body_rows, prepared_by=body)

    head = [[("合计", 1, 2), ("因公出国（境）费", 1, 2), ("公务用车购置及运行维护费", 3, 1), None, None, ("公务接待费", 1, 2)],
            [None, None, ("小计", 1, 1), ("公务用车购置费", 1, 1), ("公务用车运行维护费", 1, 1), None]]
    t.table(titles[6], [3, 3, 3, 3, 3, 3], head, [[m(three), "0.00", m(running), "0.00", m(running), m(reception)]], prepared_by=body)
    head = [[(x, 1, 1) for x in ("科目编码", "科目名称", "合计", "基本支出", "项目支出")]]
    empty = [["", "合计", "", "", ""], ["", "", "", "", ""]]
    t.table(titles[7], [3, 8, 3, 3, 3], head, empty, prepared_by=body,
            notes=["注：本部门2026年没有政府性基金预算拨款安排的支出，故本表为空表。"])
    t.table(titles[8], [3, 8, 3, 3, 3], head, empty, prepared_by=body,
            notes=["注：本部门2026年没有国有资本经营预算拨款安排的支出，故本表为空表。"])

    t.part(parts[3])
    t.paragraph("一、一般公共预算拨款收入：指区财政用一般公共预算安排给本部门的资金。")
    t.paragraph("二、基本支出：指为保障机构运转、完成日常工作而发生的人员经费和公用经费。")
    t.paragraph("三、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费、公务接待费。")
    t.save()
    assert t.split_sentences and t.split_numbers, (t.split_sentences, t.split_numbers)
    return t.contents


def final_account(path, contents):
    body = "青禾市云杉区水务局"
    # code: basic, project (all funds)
    rows = {
        "2080505": (d("62.18"), d(0)), "2080506": (d("31.09"), d(0)), "2101101": (d("34.72"), d(0)),
        "2130301": (d("512.40"), d(0)), "2130305": (d(0), d("860.00")), "2130306": (d(0), d("248.65")),
        "2130311": (d(0), d("96.40")), "2130314": (d(0), d("185.30")), "2130399": (d(0), d("38.20")),
        "2210201": (d("58.87"), d(0)), "2210203": (d("18.25"), d(0)),
    }
    planned = {c: d(v) for c, v in {
        "2080505": "60.40", "2080506": "30.20", "2101101": "34.72", "2130301": "520.16", "2130305": "900.00",
        "2130306": "250.00", "2130311": "96.40", "2130314": "150.00", "2210201": "58.87", "2210203": "19.00"}.items()}
    granted_rows = {c: v for c, v in rows.items() if c != "2130399"}
    spent = sum(sum(v) for v in rows.values())
    granted_spent = sum(sum(v) for v in granted_rows.values())
    basic = sum(v[0] for v in rows.values())
    project = spent - basic
    granted_project = granted_spent - basic
    granted_income, other_income = d("2104.36"), d("36.50")
    income = granted_income + other_income
    carried_in, granted_in = d("58.20"), d("20.50")
    total = income + carried_in
    carried_out = total - spent
    granted_out = granted_income + granted_in - granted_spent
    granted_total = granted_income + granted_in
    assert carried_out == d("53.00") and granted_out == d("17.00")
    econ = {code: d(v) for code, v in {
        "30101": "148.20", "30102": "136.45", "30103": "158.90", "30108": "62.18", "30109": "31.09", "30110": "34.72",
        "30112": "5.10", "30113": "58.87", "30199": "5.50", "30302": "6.40", "30305": "1.80", "30201": "9.40",
        "30202": "1.85", "30204": "0.05", "30205": "0.72", "30206": "6.13", "30207": "3.20", "30209": "7.60",
        "30211": "8.96", "30213": "2.45", "30215": "0.90", "30216": "1.74", "30217": "1.08", "30226": "4.00",
        "30228": "6.80", "30231": "9.12", "30239": "2.30", "31002": "2.00"}.items()}
    personnel = sum(v for c, v in econ.items() if c[:3] in ("301", "303"))
    public = sum(v for c, v in econ.items() if c[:3] in ("302", "310"))
    assert personnel + public == basic
    last_income, last_spent, last_granted, last_public = d("2086.42"), d("2063.10"), d("2041.55"), d("70.15")
    plan_total = sum(planned.values())
    reception, running = econ["30217"], econ["30231"]
    plan_reception, plan_running = d("1.50"), d("9.60")
    last_reception, last_running = d("1.26"), d("9.35")
    three, plan_three, last_three = reception + running, plan_reception + plan_running, last_reception + last_running
    goods, works, services, small, micro = d("58.30"), d("402.00"), d("139.70"), d("480.00"), d("216.00")
    bought = goods + works + services

    t = Typesetter(path, f"{body}2024年度部门决算", body, contents, thin_fills=True)
    t.cover([body, "2024年度部门决算"], "二〇二五年八月")
    parts = ["第一部分  部门概况", "第二部分  2024年度部门决算表", "第三部分  2024年度部门决算情况说明", "第四部分  名词解释"]
    titles = ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表",
              "一般公共预算财政拨款基本支出决算表", "财政拨款“三公”经费支出决算表", "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表"]
    told = ["一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明", "四、一般公共预算财政拨款支出决算情况说明",
            "五、一般公共预算财政拨款基本支出决算情况说明", "六、财政拨款“三公”经费支出决算情况说明", "七、预算绩效情况说明", "八、其他重要事项情况说明"]
    duties = ["一、主要职责", "二、部门决算单位构成"]
    t.contents_page([(parts[0], 0), *[(x, 1) for x in duties], (parts[1], 0), *[(x, 1) for x in titles], (parts[2], 0),
                     *[(x, 1) for x in told], (parts[3], 0)])

    t.part(parts[0])
    t.heading(duties[0])
    t.paragraph("（一）负责云杉区水资源的统一管理和节约用水工作。")
    t.paragraph("（二）组织实施区级水利工程建设，指导水库、河道和堤防的运行管理。")
    t.paragraph("（三）承担水旱灾害防御的日常工作，编制防汛抗旱应急预案。")
    t.heading(duties[1])
    t.paragraph("纳入2024年度部门决算编制范围的单位共3个，包括区水务局本级、区河道管理站和区节约用水办公室。")

    t.part(parts[1])
    sources = ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    paid = {0: granted_income, 7: other_income}
    left = [(numbered(i) + name, str(i + 1), m0(paid.get(i, 0))) for i, name in enumerate(sources)]
    right = [(numbered(i) + NAMES[c], str(i + 15), m(sum(v))) for i, (c, v) in enumerate(by_class(rows).items())]
    t.table(titles[0], [6, 1, 3, 6, 1, 3],
            [[("收入", 3, 1), None, None, ("支出", 3, 1), None, None],
             [(x, 1, 1) for x in ("项目", "行次", "决算数", "项目", "行次", "决算数")]],
            two_sided(left, right, [["本年收入合计", "9", m(income), "本年支出合计", "23", m(spent)],
                                    ["使用非财政拨款结余", "10", "", "结余分配", "24", ""],
                                    ["年初结转和结余", "11", m(carried_in), "年末结转和结余", "25", m(carried_out)],
                                    ["总计", "12", m(total), "总计", "26", m(total)]]),
            prepared_by=body, notes=["注：本表反映部门本年度的总收支和年末结转结余情况。"])

    incomes = {c: (v[0] + v[1], 0) for c, v in rows.items()}
    # What was carried in pays the difference between spending and income.
    incomes["2130305"] = (incomes["2130305"][0] - (granted_spent - granted_income), 0)
    incomes["2130399"] = (0, other_income)
    body_rows = [["", "合计", m(income), m(granted_income), "", "", "", "", m(other_income)]]
    body_rows += [[c, NAMES[c], m(a + b), m0(a), "", "", "", "", m0(b)] for c, (a, b) in with_parents(incomes).items()]
    assert sum(sum(v) for v in incomes.values()) == income
    t.table(titles[1], [3, 8, 3, 3, 3, 3, 3, 3, 3],
            [[("项目", 2, 1), None, *[(x, 1, 2) for x in ("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")]],
             [("功能分类科目编码", 1, 1), ("科目名称", 1, 1)] + [None] * 7], body_rows, orientation="rotated",
            prepared_by=body, row_height=17)

    head = [[(x, 1, 1) for x in ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")]]
    body_rows = [["", "合计", m(spent), m(basic), m(project), "", "", ""]]
    body_rows += [[c, NAMES[c], m(a + b), m0(a), m0(b), "", "", ""] for c, (a, b) in with_parents(rows).items()]
    t.table(titles[2], [3, 7, 3, 3, 3, 3, 3, 3], head, body_rows, orientation="landscape", prepared_by=body, row_height=17)

    left = [("一、一般公共预算财政拨款", m(granted_income)), ("二、政府性基金预算财政拨款", ""), ("三、国有资本经营预算财政拨款", "")]
    right = [(numbered(i) + NAMES[c], m(sum(v)), m(sum(v)), "", "") for i, (c, v) in enumerate(by_class(granted_rows).items())]
    t.table(titles[3], [6, 3, 6, 3, 3, 3, 3],
            [[("收入", 2, 1), None, ("支出", 5, 1), None, None, None, None],
             [(x, 1, 1) for x in ("项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")]],
            two_sided(left, right, [["本年收入合计", m(granted_income), "本年支出合计", m(granted_spent), m(granted_spent), "", ""],
                                    ["年初财政拨款结转和结余", m(granted_in), "年末财政拨款结转和结余", m(granted_out), m(granted_out), "", ""],
                                    ["总计", m(granted_total), "总计", m(granted_total), m(granted_total), "", ""]]), prepared_by=body)

    head = [[(x, 1, 1) for x in ("科目编码", "科目名称", "合计", "基本支出", "项目支出")]]
    body_rows = [["", "合计", m(granted_spent), m(basic), m(granted_project)]]
    body_rows += [[c, NAMES[c], m(a + b), m0(a), m0(b)] for c, (a, b) in with_parents(granted_rows).items()]
    t.table(titles[4], [3, 8, 3, 3, 3], head, body_rows, prepared_by=body, row_height=32)

    everything = economic(econ)
    people = [(c, NAMES[c], m(v)) for c, v in everything.items() if c[:3] in ("301", "303")]
    things = [(c, NAMES[c], m(v)) for c, v in everything.items() if c[:3] in ("302", "310")]
    t.table(titles[5], [2, 6, 3, 2, 6, 3],
            [[("人员经费", 3, 1), None, None, ("公用经费", 3, 1), None, None],
             [(x, 1, 1) for x in ("科目编码", "科目名称", "决算数") * 2]],
            [[*(people[i] if i < len(people) else ("", "", "")), *(things[i] if i < len(things) else ("", "", ""))]
             for i in range(max(len(people), len(things)))]
            + [["", "人员经费合计", m(personnel), "", "公用经费合计", m(public)]], prepared_by=body)

    group = [("合计", 1, 2), ("因公出国（境）费", 1, 2), ("公务用车购置及运行维护费", 3, 1), None, None, ("公务接待费", 1, 2)]
    below = [None, None, ("小计", 1, 1), ("公务用车购置费", 1, 1), ("公务用车运行维护费", 1, 1), None]
    t.table(titles[6], [2] * 12,
            [[("预算数", 6, 1), *[None] * 5, ("决算数", 6, 1), *[None] * 5], [*group, *group], [*below, *below]],
            [[m(plan_three), "0.00", m(plan_running), "0.00", m(plan_running), m(plan_reception),
              m(three), "0.00", m(running), "0.00", m(running), m(reception)]], orientation="landscape", prepared_by=body)
    blank = [["", "合计", "", "", "", "", "", ""], [""] * 8]
    t.table(titles[7], [3, 6, 3, 3, 3, 3, 3, 3],
            [[("科目编码", 1, 2), ("科目名称", 1, 2), ("年初结转和结余", 1, 2), ("本年收入", 1, 2), ("本年支出", 3, 1), None, None, ("年末结转和结余", 1, 2)],
             [None, None, None, None, ("小计", 1, 1), ("基本支出", 1, 1), ("项目支出", 1, 1), None]], blank, prepared_by=body,
            notes=["注：本部门2024年度无政府性基金预算财政拨款收入、支出和结转结余，故本表无数据。"])
    t.table(titles[8], [3, 8, 3, 3, 3], [[(x, 1, 1) for x in ("科目编码", "科目名称", "合计", "基本支出", "项目支出")]],
            [["", "合计", "", "", ""], [""] * 5], prepared_by=body,
            notes=["注：本部门2024年度无国有资本经营预算财政拨款支出，故本表无数据。"])

    t.part(parts[2])
    t.heading(told[0])
    t.paragraph(f"2024年度收入总计{m(total)}万元，支出总计{m(total)}万元。本年收入合计{m(income)}万元，比2023年度{change(income, last_income)}；"
                f"本年支出合计{m(spent)}万元，比2023年度{change(spent, last_spent)}，主要原因是河道整治工程进入施工期。", breaking=True)
    t.heading(told[1])
    t.paragraph(f"本年收入合计{m(income)}万元，其中：财政拨款收入{m(granted_income)}万元，占{rate(granted_income, income)}；其他收入{m(other_income)}万元，"
                f"占{rate(other_income, income)}。")
    t.heading(told[2])
    t.paragraph(f"本年支出合计{m(spent)}万元，其中：基本支出{m(basic)}万元，占{rate(basic, spent)}；项目支出{m(project)}万元，占{rate(project, spent)}。")
    t.heading(told[3])
    t.paragraph(f"（一）总体情况。2024年度一般公共预算财政拨款支出{m(granted_spent)}万元，占本年支出合计的{rate(granted_spent, spent)}。与2023年度相比，"
                f"一般公共预算财政拨款支出{change(granted_spent, last_granted)}。")
    t.paragraph(f"（二）具体情况。2024年度一般公共预算财政拨款支出年初预算为{m(plan_total)}万元，支出决算为{m(granted_spent)}万元，"
                f"完成年初预算的{rate(granted_spent, plan_total)}。其中：")
    reasons = {"2130314": "决算数大于年初预算数的主要原因是汛期追加抢险物资经费", "2130305": "决算数小于年初预算数的主要原因是部分工程尾款按合同结转下年支付"}
    for i, (code, plan) in enumerate(planned.items(), 1):
        done = sum(granted_rows[code])
        why = reasons.get(code, "决算数与年初预算数持平" if done == plan else "")
        t.paragraph(f"{i}.{of(code)}。年初预算为{m(plan)}万元，支出决算为{m(done)}万元，完成年初预算的{rate(done, plan)}" + (f"，{why}。" if why else "。"))
    t.heading(told[4])
    t.paragraph(f"2024年度一般公共预算财政拨款基本支出{m(basic)}万元，其中：人员经费{m(personnel)}万元，主要包括基本工资{m(econ['30101'])}万元、津贴补贴"
                f"{m(econ['30102'])}万元、奖金{m(econ['30103'])}万元；公用经费{m(public)}万元，主要包括办公费{m(econ['30201'])}万元、差旅费"
                f"{m(econ['30211'])}万元、物业管理费{m(econ['30209'])}万元。")
    t.heading(told[5])
    t.paragraph(f"（一）总体情况。2024年度“三公”经费财政拨款支出预算为{m(plan_three)}万元，支出决算为{m(three)}万元，完成预算的{rate(three, plan_three)}，"
                f"比2023年度{change(three, last_three)}。", breaking=True)
    t.paragraph("（二）具体情况。1.因公出国（境）费支出决算为0万元，与2023年度持平。")
    t.clipped("3.公务接待费支出预算为1.50万元，支出决算为1.08万元。")
    t.paragraph(f"2.公务用车购置及运行维护费支出决算为{m(running)}万元。其中：公务用车购置支出0万元；公务用车运行维护费支出{m(running)}万元，完成预算的"
                f"{rate(running, plan_running)}，比2023年度{change(running, last_running)}。截至2024年12月31日，开支财政拨款的公务用车保有量为4辆。")
    t.paragraph(f"3.公务接待费支出预算为{m(plan_reception)}万元，支出决算为{full_width(m(reception))}万元，完成预算的{rate(reception, plan_reception)}，比2023年度"
                f"{change(reception, last_reception)}。2024年度共接待国内来访团组12批次、96人次。")
    t.heading(told[6])
    t.paragraph(f"2024年度对4个项目开展了绩效自评，涉及资金{m(granted_project)}万元，占项目支出总额的{rate(granted_project, project)}。自评平均得分为94.6分。"
                f"其中，水利工程建设项目全年预算数为{m(planned['2130305'])}万元，执行数为{m(d('860.00'))}万元，完成预算的{rate(d('860.00'), planned['2130305'])}。", breaking=True)
    t.heading(told[7])
    t.paragraph(f"（一）机关运行经费。2024年度机关运行经费支出{m(public)}万元，比2023年度{change(public, last_public)}，主要原因是压减印刷费和会议费。")
    t.paragraph(f"（二）政府采购。2024年度政府采购支出总额{m(bought)}万元，其中：政府采购货物支出{m(goods)}万元、政府采购工程支出{m(works)}万元、政府采购服务支出"
                f"{m(services)}万元。授予中小企业合同金额{m(small)}万元，占政府采购支出总额的{rate(small, bought)}，其中：授予小微企业合同金额{m(micro)}万元，"
                f"占授予中小企业合同金额的{rate(micro, small)}。", breaking=True)
    t.paragraph("（三）国有资产占用。截至2024年12月31日，本部门共有车辆4辆，其中：应急保障用车3辆、其他用车1辆；单价100万元以上设备（不含车辆）1台（套）。"
                "房屋面积2860.5平方米。")
    t.paragraph("本决算金额以万元为单位，四舍五入后可能存在尾差。")

    t.part(parts[3])
    t.paragraph("一、财政拨款收入：指区财政当年拨付给本部门的资金。")
    t.paragraph("二、年末结转和结余：指当年没有用完、按规定留到下年使用的资金。")
    t.save()
    assert t.split_sentences and t.split_numbers, (t.split_sentences, t.split_numbers)
    return t.contents


if __name__ == "__main__":
    for make, path in ((budget, SAMPLES / "budget_pdf" / "budget.pdf"),
                       (final_account, SAMPLES / "final_account_pdf" / "final_account.pdf")):
        make(path, make(path, ()))  # twice: the first pass finds the page numbers for the contents
        print(f"{path.relative_to(SAMPLES)}: {path.stat().st_size} bytes")
