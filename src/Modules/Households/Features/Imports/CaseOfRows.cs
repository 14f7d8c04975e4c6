using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>A case as the rows of its family tell it.</summary>
internal sealed class CaseOfRows(SheetMap family, SheetMap persons, IReadOnlyList<PlacedRow> rows)
{
    private const char Cell = '\u001f';
    private const char Line = '\u001e';
    private const string Income = "income.";
    private const string Asset = "asset.";

    /// <summary>What the rows say, by which the case is known again.</summary>
    public string Written() => string.Join(Line, rows.Select(r => string.Join(Cell, Columns(r.Sheet).Select(c => c.Column.Field + Cell + At(r.Cells, c.Index)))));

    public Result<LiveCaseBody> Read()
    {
        var first = rows.First(r => r.Sheet != ImportSheet.Persons);
        var members = rows.Where(r => r.Sheet != ImportSheet.Families).ToList();
        if (members.Count == 0) return ImportErrors.NoPersons.Because($"第 {first.Row} 行的家庭在人员表中没有成员。", $"The family of row {first.Row} has no member in the file of persons.");
        if (Unlike(first.Cells) is { } row) return ImportErrors.Unlike.Because($"第 {row} 行所填的家庭信息与第 {first.Row} 行不同。", $"Row {row} says something else of the family than row {first.Row}.");

        var of = new RowReader(family, ImportColumn.Family, first.Cells, first.Row);
        var read = members.ConvertAll(m => (Reader: new RowReader(persons, ImportColumn.Person, m.Cells, m.Row), m.Row));
        var bodies = read.ConvertAll(m => Member(m.Reader));
        var division = of.Division("division") ?? default;
        var household = new HouseholdBody(
            division, of.Division("residence") ?? division, of.Code<HukouKind>("hukou") ?? default, bodies,
            [.. of.Amounts(Income).Select(a => new IncomeAmount(Enum.Parse<IncomeKind>(a.Kind, ignoreCase: true), a.Fen))],
            [.. of.Amounts(Asset).Select(a => new AssetAmount(Enum.Parse<AssetKind>(a.Kind, ignoreCase: true), a.Fen))],
            Payee(of, bodies), of.Text("phone") is { Length: > 0 } phone ? phone : null);
        var live = new LiveCaseBody(household, of.Code<Scheme>("scheme"), of.Fen("monthlyFen"), of.Month("firstMonth"), of.Day("lastReviewedOn"), of.Number("reviewEvery"),
            [.. read.Select(m => new LiveCaseUplift(m.Reader.Text("idNumber"), m.Reader.Fen("uplift") ?? 0)).Where(u => u.Fen != 0)]);
        var wrong = of.Wrong ?? read.Select(m => m.Reader.Wrong).FirstOrDefault(w => w is not null);
        return wrong is null ? live : wrong;
    }

    private static MemberBody Member(RowReader of)
    {
        var attributes = new AttributesBody(
            of.Code<MaritalStatus>("marital") ?? MaritalStatus.NotStated, of.Day("maritalSince"), of.Code<Education>("education"), of.Day("graduatesOn"),
            of.Code<Employment>("employment"), of.Code<PersonClass>("personClass"), of.Codes<SpecialCategory>("categories"));
        var health = new HealthBody(of.Code<HealthState>("healthState"), of.Code<DisabilityKind>("disability"), of.Code<DisabilityGrade>("grade"), of.Yes("seriousIllness"));
        return new MemberBody(
            of.Text("name"), of.Text("idNumber"), of.Code<Relationship>("relationship") ?? default, of.Code<LabourCapacity>("labour") ?? default, of.Day("birthDate"), of.Code<Sex>("sex"),
            of.Division("registered"), of.Code<Standing>("standing") ?? Standing.CoLiving, of.Day("standingSince"), attributes, health);
    }

    /// <summary>The account stands in the name of the head where no other is told.</summary>
    private static PayeeBody? Payee(RowReader of, List<MemberBody> members)
    {
        var (bank, account, holder) = (of.Text("bank"), of.Text("accountNumber"), of.Text("holderIdNumber"));
        if (bank.Length == 0 && account.Length == 0 && holder.Length == 0) return null;
        return new PayeeBody(holder.Length > 0 ? holder : members.Find(m => m.Relationship == Relationship.Head)?.IdNumber ?? "", bank, account);
    }

    /// <summary>The first row of a flat file that says something else of the family than the first; blank says nothing.</summary>
    private int? Unlike(string[] first)
    {
        var columns = family.Of(ImportColumn.Family);
        foreach (var row in rows.Where(r => r.Sheet == ImportSheet.Whole))
            if (columns.Any(c => At(row.Cells, c.Index) is { Length: > 0 } said && !string.Equals(said, At(first, c.Index), StringComparison.Ordinal)))
                return row.Row;
        return null;
    }

    private IEnumerable<(int Index, ImportColumn Column)> Columns(ImportSheet sheet) => sheet switch
    {
        ImportSheet.Families => family.Of(ImportColumn.Family),
        ImportSheet.Persons => persons.Of(ImportColumn.Person),
        _ => family.Of(ImportColumn.Family).Concat(persons.Of(ImportColumn.Person)),
    };

    private static string At(string[] cells, int index) => index < cells.Length ? cells[index] : "";

    /// <summary>Reads the cells of a row; keeps what is wrong first.</summary>
    private sealed class RowReader(SheetMap map, string sheet, string[] cells, int row)
    {
        private const string YesNo = "yes_no";
        private static readonly char[] Between = ['、', ',', ',', ';', ';', '/'];

        public Error? Wrong { get; private set; }

        public string Text(string field)
        {
            if (map.Find(sheet, field) is not { } place) return "";
            var text = At(cells, place.Index);
            if (text.Length == 0 && place.Column.Required)
                Fail(place.Column, "不能为空", "must not be blank");
            if (place.Column.Kind == ColumnKind.Digits && CellText.IsFigure(text))
                Fail(place.Column, "按数值存储,末位数字已丢失,请改为文本格式后重新填写", "was stored as a figure and has lost its last digits: make the column text and enter it again");
            return text;
        }

        public DivisionCode? Division(string field) => Read(field, t => DivisionCode.TryParse(t, null, out var code) ? code : (DivisionCode?)null, "不是区划代码", "is not a code of a division");

        public long? Fen(string field) => Read(field, CellText.Fen, "不是以元为单位、最多两位小数的金额", "is not an amount in yuan with two decimals at most");

        public int? Number(string field) => Read(field, CellText.Number, "不是整数", "is not a whole number");

        public LocalDate? Day(string field) => Read(field, CellText.Day, "不是日期,例如 2011-06-20", "is not a date such as 2011-06-20");

        public Month? Month(string field) => Read(field, CellText.Month, "不是月份,例如 2012-01", "is not a month such as 2012-01");

        public T? Code<T>(string field) where T : struct, Enum => Read(field, t => Find<T>(field, t), "不在代码表中", "is not in the table of codes");

        public IReadOnlyList<T> Codes<T>(string field) where T : struct, Enum
        {
            var texts = Text(field).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var found = texts.Select(t => Find<T>(field, t)).ToList();
            if (found.Contains(null)) Fail(map.Find(sheet, field)!.Value.Column, "不在代码表中", "is not in the table of codes");
            return [.. found.OfType<T>()];
        }

        public bool Yes(string field) =>
            Read<bool>(field, t => ImportValues.Find(YesNo, t) is { } said ? string.Equals(said, "yes", StringComparison.Ordinal) : null, "须为“是”或“否”", "must be yes or no") ?? false;

        public IEnumerable<(string Kind, long Fen)> Amounts(string prefix)
        {
            foreach (var (_, column) in map.Of(sheet).Where(c => c.Column.Field.StartsWith(prefix, StringComparison.Ordinal)))
                if (Fen(column.Field) is { } fen and > 0)
                    yield return (column.Field[prefix.Length..], fen);
        }

        private T? Find<T>(string field, string text) where T : struct, Enum =>
            map.Find(sheet, field) is { } place && ImportValues.Find(place.Column.Codes, text) is { } value && Enum.TryParse<T>(value, ignoreCase: true, out var code) ? code : null;

        private T? Read<T>(string field, Func<string, T?> read, string zh, string en) where T : struct
        {
            var text = Text(field);
            if (text.Length == 0) return null;
            var value = read(text);
            if (value is null) Fail(map.Find(sheet, field)!.Value.Column, zh, en);
            return value;
        }

        private void Fail(ImportColumn column, string zh, string en) =>
            Wrong ??= ImportErrors.Cell.Because($"第 {row} 行“{column.Heading}”{zh}。", $"Row {row}, {column.Field}: {en}.");
    }
}
