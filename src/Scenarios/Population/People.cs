using System.Globalization;
using Dibao.Contracts.Households;

namespace Dibao.Scenarios.Population;

/// <summary>A generated person. The number is valid by GB 11643 but of an area that does not exist, so it belongs to nobody.</summary>
internal sealed record GeneratedPerson(string Name, string IdNumber, LocalDate Born, Sex Sex, string Relationship, LabourCapacity Labour);

/// <summary>Generates the members of a household.</summary>
internal sealed class People(Draw draw, LocalDate on)
{
    private const string NoSuchArea = "999706";

    private static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧"];

    private static readonly string[] GivenMale =
        ["建国", "国强", "志明", "德胜", "永福", "长林", "文斌", "海涛", "家旺", "大勇", "宝山", "兴华", "玉柱", "春生", "立民", "学军", "广才", "树森"];

    private static readonly string[] GivenFemale =
        ["秀英", "桂兰", "玉珍", "凤霞", "春梅", "丽华", "素芬", "翠萍", "红梅", "淑贞", "美玲", "小燕", "月娥", "兰芳", "巧云", "爱华", "金花", "雪琴"];

    private static readonly string[] GivenChild = ["子涵", "浩然", "欣怡", "宇轩", "梓萱", "一诺", "佳琪", "晨曦", "思远", "嘉豪"];

    private readonly Dictionary<LocalDate, int> born = [];

    /// <summary>A household of so many persons, head first.</summary>
    public IReadOnlyList<GeneratedPerson> Household(int size)
    {
        var surname = draw.One(Surnames);
        var headMale = draw.OneIn(2);
        var headAge = size == 1 ? draw.Between(45, 84) : draw.Between(34, 70);
        var members = new List<GeneratedPerson> { Person(surname, headAge, headMale ? Sex.Male : Sex.Female, "head") };
        if (size == 2 && draw.OneIn(2)) members.Add(Child(surname, headAge));
        else if (size >= 2) members.Add(Person(draw.One(Surnames), Math.Clamp(headAge + draw.Between(-4, 4), 25, 88), headMale ? Sex.Female : Sex.Male, "spouse"));
        while (members.Count < size) members.Add(members.Count == 3 && draw.OneIn(3) ? Parent(surname, headAge) : Child(surname, headAge));
        return members;
    }

    private GeneratedPerson Child(string surname, int headAge)
    {
        var sex = draw.OneIn(2) ? Sex.Male : Sex.Female;
        return Person(surname, Math.Clamp(headAge - draw.Between(22, 38), 0, 45), sex, sex == Sex.Male ? "son" : "daughter");
    }

    private GeneratedPerson Parent(string surname, int headAge) =>
        Person(surname, Math.Min(headAge + draw.Between(20, 28), 95), draw.OneIn(2) ? Sex.Male : Sex.Female, "parent");

    private GeneratedPerson Person(string surname, int age, Sex sex, string relationship)
    {
        var birth = on.PlusYears(-age).PlusDays(-draw.Between(1, 364));
        var given = draw.One(age < 20 ? GivenChild : sex == Sex.Male ? GivenMale : GivenFemale);
        return new(surname + given, IdNumber(birth, sex), birth, sex, relationship, Labour(age));
    }

    private LabourCapacity Labour(int age)
    {
        if (age is < 16 or >= 60) return LabourCapacity.OutsideWorkingAge;
        return draw.Between(1, 10) switch { <= 3 => LabourCapacity.Able, <= 7 => LabourCapacity.PartlyLost, _ => LabourCapacity.Lost };
    }

    private string IdNumber(LocalDate birth, Sex sex)
    {
        var sequence = born.GetValueOrDefault(birth) + 1;
        born[birth] = sequence;
        var number = sequence * 2 - (sex == Sex.Male ? 1 : 0);
        if (number > 999) throw new InvalidOperationException($"More than 499 births on {birth}.");
        var first17 = string.Create(CultureInfo.InvariantCulture, $"{NoSuchArea}{birth:yyyyMMdd}{number:000}");
        return first17 + ResidentIdNumber.CheckDigit(first17);
    }
}
