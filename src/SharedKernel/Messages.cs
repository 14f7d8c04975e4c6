using MediatR;

namespace Dibao.SharedKernel;

/// <summary>Something that happened, said aloud to the other modules: ids, dates and amounts, never personal data.</summary>
public interface IFact
{
    /// <summary>The subject whose facts keep their order (household, case, account).</summary>
    Guid Subject { get; }

    /// <summary>Where it happened; its county numbers the fact.</summary>
    DivisionCode Division { get; }
}

/// <summary>A message that asks and changes nothing.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>A message that changes something, once, in one unit of work.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>What a command or its answer is about; the audit trail records it.</summary>
public interface IConcern
{
    /// <summary>Id of the household, application, review, payroll … concerned.</summary>
    Guid Concern { get; }
}

/// <summary>Handles a command.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>> where TCommand : ICommand<T>;

/// <summary>Handles a query.</summary>
public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>> where TQuery : IQuery<T>;

/// <summary>An identity: a UUID version 7 in a type of its own.</summary>
public interface IId
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }
}
