using System.Linq.Expressions;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>The portable column types, said once for every engine.</summary>
internal static class Conversions
{
    private const int IdBytes = 16;

    public static void Apply(ModelConfigurationBuilder conventions, IEngine engine, IEnumerable<Type> idTypes)
    {
        conventions.Properties<Money>().HaveConversion<MoneyToFen>();
        conventions.Properties<Month>().HaveConversion<MonthToCode>();
        conventions.Properties<DivisionCode>().HaveConversion<DivisionToCode>();
        conventions.Properties<LocalDate>().HaveConversion<DateToDateOnly>();
        conventions.Properties<Instant>().HaveConversion<InstantToUtc>();
        conventions.Properties<Enum>().HaveConversion<int>();
        if (!engine.IdsAsBytes)
        {
            foreach (var id in idTypes) conventions.Properties(id).HaveConversion(typeof(IdToGuid<>).MakeGenericType(id));
            return;
        }
        foreach (var id in idTypes) conventions.Properties(id).HaveConversion(typeof(IdToBytes<>).MakeGenericType(id)).HaveMaxLength(IdBytes).AreFixedLength();
        conventions.Properties<Guid>().HaveConversion<GuidToBytes>().HaveMaxLength(IdBytes).AreFixedLength();
    }

    private sealed class MoneyToFen() : ValueConverter<Money, long>(m => m.Fen, f => new Money(f));

    private sealed class MonthToCode() : ValueConverter<Month, int>(m => m.Code, c => Month.FromCode(c));

    private sealed class DivisionToCode() : ValueConverter<DivisionCode, long>(d => d.Code, c => DivisionCode.FromCode(c));

    private sealed class DateToDateOnly() : ValueConverter<LocalDate, DateOnly>(d => d.ToDateOnly(), d => LocalDate.FromDateOnly(d));

    private sealed class InstantToUtc() : ValueConverter<Instant, DateTime>(
        i => i.ToDateTimeUtc(), d => Instant.FromDateTimeUtc(DateTime.SpecifyKind(d, DateTimeKind.Utc)));

    private sealed class GuidToBytes() : ValueConverter<Guid, byte[]>(g => Bytes(g), b => new Guid(b, true));

    private sealed class IdToGuid<T>() : ValueConverter<T, Guid>(Of<T, Guid>(value => value), g => IdFactory<T>.From(g)) where T : struct, IId;

    private sealed class IdToBytes<T>() : ValueConverter<T, byte[]>(Of<T, byte[]>(value => Bytes(value)), b => IdFactory<T>.From(new Guid(b, true))) where T : struct, IId;

    /// <summary>Reads the property of the id's own type: as an <see cref="IId"/> each of them would be boxed.</summary>
    private static Expression<Func<TId, TStored>> Of<TId, TStored>(Expression<Func<Guid, TStored>> store)
    {
        var id = Expression.Parameter(typeof(TId));
        return Expression.Lambda<Func<TId, TStored>>(
            ReplacingExpressionVisitor.Replace(store.Parameters[0], Expression.Property(id, nameof(IId.Value)), store.Body), id);
    }

    private static byte[] Bytes(Guid guid) => guid.ToByteArray(bigEndian: true);
}

/// <summary>Makes an identity of a type from its UUID.</summary>
public static class IdFactory<T> where T : struct, IId
{
    private static readonly Func<Guid, T> Make = Compile();

    /// <summary>The identity with that value.</summary>
    public static T From(Guid value) => Make(value);

    private static Func<Guid, T> Compile()
    {
        var value = Expression.Parameter(typeof(Guid));
        return Expression
            .Lambda<Func<Guid, T>>(Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, value), value).Compile();
    }
}
