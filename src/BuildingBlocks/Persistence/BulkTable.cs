using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>A column as bulk writers store it.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Type">What the driver takes, without <c>Nullable</c>.</param>
/// <param name="Value">From the row, an <see cref="object"/>, to the stored value: of <see cref="Type"/>, or its nullable, or null.</param>
public sealed record BulkColumn(string Name, Type Type, LambdaExpression Value)
{
    /// <summary>The stored value of a row, or null.</summary>
    public Func<object, object?> Read() =>
        Expression.Lambda<Func<object, object?>>(Expression.Convert(Value.Body, typeof(object)), Value.Parameters).Compile();
}

/// <summary>The table of an entity, read once from the model: every column but those the database counts itself.</summary>
public sealed record BulkTable(string Name, string? Schema, IReadOnlyList<BulkColumn> Columns)
{
    /// <summary>The table of the entities of a type.</summary>
    public static BulkTable Of(DbContext db, Type row)
    {
        var entity = db.Model.FindEntityType(row)!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var parameter = Expression.Parameter(typeof(object));
        return new(table.Name, table.Schema, [.. Columns(entity, Expression.Convert(parameter, row))]);

        // A value that is kept in columns of its own is written with its row.
        IEnumerable<BulkColumn> Columns(ITypeBase of, Expression owner) => of.GetProperties()
            .Where(p => p.ValueGenerated == ValueGenerated.Never || p.ClrType != typeof(long)).Select(p => Column(parameter, owner, p, p.GetColumnName(table)!))
            .Concat(of.GetComplexProperties().SelectMany(c => Columns(c.ComplexType, Expression.MakeMemberAccess(owner, c.GetMemberInfo(forMaterialization: false, forSet: false)))));
    }

    private static BulkColumn Column(ParameterExpression parameter, Expression owner, IProperty property, string name)
    {
        Expression value = Expression.MakeMemberAccess(owner, property.GetMemberInfo(forMaterialization: false, forSet: false));
        if (property.GetTypeMapping().Converter is not { } converter) return new(name, Bare(value.Type), Expression.Lambda(value, parameter));

        Expression Convert(Expression model) => Expression.Invoke(converter.ConvertToProviderExpression, model);
        if (value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null) return new(name, converter.ProviderClrType, Expression.Lambda(Convert(value), parameter));

        var read = Expression.Variable(value.Type);
        var stored = converter.ProviderClrType.IsValueType ? typeof(Nullable<>).MakeGenericType(converter.ProviderClrType) : converter.ProviderClrType;
        value = Expression.Block(
            [read],
            Expression.Assign(read, value),
            Expression.Condition(
                Expression.Equal(read, Expression.Constant(null, read.Type)),
                Expression.Constant(null, stored),
                Expression.Convert(Convert(read.Type.IsValueType ? Expression.Property(read, "Value") : read), stored)));
        return new(name, converter.ProviderClrType, Expression.Lambda(value, parameter));
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
