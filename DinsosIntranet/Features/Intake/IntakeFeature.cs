namespace DinsosIntranet.Features.Intake;

public static class IntakeFeature
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<PersonService>();
        services.AddSingleton<ReceiptWriter>();
        services.AddSingleton<IntakeService>();
        services.AddSingleton<AttachmentService>();
        return services;
    }
}
