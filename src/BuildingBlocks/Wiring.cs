using System.Runtime.CompilerServices;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: InternalsVisibleTo("Dibao.UnitTests")]

namespace Dibao.BuildingBlocks;

/// <summary>Finds handlers, validators and subscribers of the modules and registers each with its pipeline.</summary>
public static class Wiring
{
    /// <summary>Walks the modules' assemblies (and this one).</summary>
    public static void AddModules(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddSingleton(modules);
        var subscriptions = new Subscriptions(modules);
        services.AddSingleton(subscriptions);
        foreach (var subscriber in subscriptions.Subscribers.Values) services.AddScoped(subscriber);

        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddSingleton<BackgroundWorker>();
        foreach (var type in modules.Select(m => m.GetType().Assembly).Append(typeof(Wiring).Assembly).Distinct().SelectMany(a => a.GetTypes()))
        {
            if (type is not { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }) continue;
            if (type.IsAssignableTo(typeof(IBackgroundWork))) services.AddScoped(typeof(IBackgroundWork), type);
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>)) AddHandler(services, contract, type);
                if (definition == typeof(IValidator<>)) services.AddSingleton(contract, type); // rules hold no state, and are dear to set up
            }
        }
    }

    /// <summary>Adds the engine, which the container ends, and a unit of work for each scope on behalf of its caller.</summary>
    public static void AddDatabase(this IServiceCollection services, IEngine engine)
    {
        services.AddSingleton(_ => engine);
        services.AddPooledDbContextFactory<DibaoDbContext>(engine.Configure);
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<DibaoDbContext>>().CreateDbContext().For(p.GetRequiredService<Caller>()));
    }

    private static void AddHandler(IServiceCollection services, Type contract, Type handler)
    {
        services.AddScoped(contract, handler);
        var request = contract.GetGenericArguments()[0];
        var answer = contract.GetGenericArguments()[1];
        var value = answer.GetGenericArguments()[0];
        var behavior = typeof(IPipelineBehavior<,>).MakeGenericType(request, answer);
        services.AddScoped(behavior, typeof(CheckShape<,>).MakeGenericType(request, value));
        if (request.IsAssignableTo(typeof(ICommand<>).MakeGenericType(value)))
            services.AddScoped(behavior, typeof(UnitOfWork<,>).MakeGenericType(request, value));
    }
}
