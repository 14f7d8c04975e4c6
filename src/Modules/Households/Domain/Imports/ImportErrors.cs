namespace Dibao.Households.Domain.Imports;

internal static class ImportErrors
{
    public static readonly ProblemType Empty = new("households.import_empty", ErrorKind.Shape,
        "文件没有内容", "The file is empty");

    public static readonly ProblemType Parts = new("households.import_parts", ErrorKind.Shape,
        "须上传 families 和 persons 两个文件", "Two files are to be sent, families and persons");

    public static readonly ProblemType Encoding = new("households.import_encoding", ErrorKind.Shape,
        "文件的编码无法识别", "The encoding of the file is not known");

    public static readonly ProblemType NotSpreadsheet = new("households.import_not_a_spreadsheet", ErrorKind.Shape,
        "文件不是可读取的 .xlsx 工作簿", "The file is not an .xlsx workbook that can be read");

    public static readonly ProblemType Inflated = new("households.import_inflated", ErrorKind.Shape,
        "文件解压后过大", "The file is too large once unpacked");

    public static readonly ProblemType TooManyRows = new("households.import_too_many_rows", ErrorKind.Shape,
        "文件行数超过上限", "The file has too many rows");

    public static readonly ProblemType TooWide = new("households.import_too_wide", ErrorKind.Shape,
        "单元格、行或列超过上限", "A cell, a row or the number of columns is over the limit");

    public static readonly ProblemType MergedHeading = new("households.import_merged_heading", ErrorKind.Shape,
        "表头含有合并单元格或空白单元格", "The heading has merged or blank cells");

    public static readonly ProblemType TooMerged = new("households.import_too_merged", ErrorKind.Shape,
        "合并单元格过多", "Too many cells are merged");

    public static readonly ProblemType Heading = new("households.import_heading", ErrorKind.Shape,
        "表头与要求不符", "The heading is not the one asked for");

    public static readonly ProblemType Malformed = new("households.import_malformed", ErrorKind.Shape,
        "文件格式有误", "The file is malformed");

    public static readonly ProblemType Row = new("households.import_row", ErrorKind.Shape,
        "该行不可用", "This row cannot be used");

    public static readonly ProblemType Cell = new("households.import_cell", ErrorKind.Shape,
        "单元格内容不符合要求", "What a cell says is not what is asked for");

    public static readonly ProblemType NoPersons = new("households.import_no_persons", ErrorKind.Rule,
        "该家庭没有成员", "The family has no members in the file");

    public static readonly ProblemType Unlike = new("households.import_unlike", ErrorKind.Rule,
        "同一家庭各行所填的家庭信息不一致", "The rows of one family say different things of it");

    public static readonly ProblemType NotYet = new("households.import_not_finished", ErrorKind.Conflict,
        "导入尚未结束", "The import has not ended yet");

    public static Error Of(RowFlaw flaw, int row) => flaw switch
    {
        RowFlaw.Formula => Row.Because($"第 {row} 行含有公式,请改为数值后重新导入。", $"Row {row} has a formula: put its value in its place."),
        RowFlaw.Merged => Row.Because($"第 {row} 行含有合并单元格,请取消合并并逐行填写。", $"Row {row} has a merged cell: unmerge it and fill in each row."),
        RowFlaw.FamilyTwice => Row.Because($"第 {row} 行的家庭编号在文件中重复。", $"The family number of row {row} stands in the file twice."),
        RowFlaw.NoFamily => Row.Because($"第 {row} 行的家庭编号不在家庭表中。", $"The family number of row {row} is not in the file of families."),
        RowFlaw.NoFamilyNumber => Row.Because($"第 {row} 行没有家庭编号。", $"Row {row} has no family number."),
        RowFlaw.Quotes => Row.Because($"第 {row} 行的引号不配对,或单元格内有换行。", $"The quotation marks of row {row} do not match, or a cell has a line break."),
        RowFlaw.FamilyTooLarge => Row.Because($"第 {row} 行所填家庭编号的行数过多,请核对。", $"Too many rows bear the family number of row {row}: check it."),
        RowFlaw.Beyond => Row.Because($"第 {row} 行的单元格多于表头。", $"Row {row} has more cells than the heading."),
        _ => Row.Plain(),
    };
}
