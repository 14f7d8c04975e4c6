using Dibao.Api.Startup;

return await Run.Start(args);
