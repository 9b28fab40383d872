using DinsosIntranet.Features.Letters;

namespace DinsosIntranet.Features.Assignments;

public static class AssignmentsFeature
{
    public static IServiceCollection AddAssignments(this IServiceCollection services)
    {
        services.AddSingleton<ILetterContent, AssignmentLetter>();
        services.AddSingleton<AssignmentService>();
        services.AddSingleton<AssignmentQueries>();
        return services;
    }
}
